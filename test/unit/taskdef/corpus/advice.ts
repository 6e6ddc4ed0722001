/** Advice that nearly every file could do with: to say its platform, keep its logs, lock its root and name its user. */
export const saidNearlyEverywhere: ReadonlySet<string> = new Set(['TD029', 'TD08H', 'TD0C5', 'TD0C6']);

/** Findings that are advice or a note, by rule, with the files in which they stand. */
export const advice: Readonly<Record<string, readonly string[]>> = {
  // The GitHub action and ecspresso leave them out.
  TD002: ['mossgate/ecspresso/batch/ecs-task-def.json', 'orchard-ledger/.aws/task-definition.json'],
  // Ecspresso unwraps it.
  TD003: ['mossgate/ecspresso/batch/ecs-task-def.json'],
  // A list of containers without their task.
  TD005: [
    'northloom/container_definitions.json',
    'northloom/modules/api/templates/api.json.tpl',
    'oddments/terraform-case/container_definitions.json',
  ],
  // Empty choices, which ecspresso leaves out.
  TD008: ['mossgate/ecspresso/prod/ecs-task-def.json'],
  // Terraform leaves them out.
  TD00A: ['northloom/container_definitions.json'],
  // A template: its first placeholder that is no JSON.
  TD00D: [
    'brackenfell/ecs/task_definition.json',
    'gannet/deploy/octopus/taskdef.template.json',
    'merlin-docs/examples/task-definition.json',
    'northloom/envs/task-definition.json.tpl',
    'northloom/modules/api/templates/api.json.tpl',
    'sandpiper/ecs_taskdef.tpl',
    'sandpiper/mesh/colour-task-def.json',
    'services-only/template/service-def.json.j2',
    'wherry/group_vars/task-definition-all.json.j2',
    'wherry/taskdef.json.j2',
  ],
  // The workflow fills it in.
  // ECS cannot check for a launch type that is not said.
  TD019: [
    'birdsong/aws/greeting.json',
    'hello-pelican/task-definition.json',
    'kitebridge/oneline/taskdef.json',
    'merlin-docs/examples/excerpt-secrets.json',
    'oddments/bom/taskdef.json',
    'oddments/cloudformation-case/task-definition.json',
    'oddments/compose-words/task-definition.json',
    'oddments/empty/task-definition.json',
    'oddments/half-written/task-definition.json',
    'sandpiper/ecs_taskdef.tpl',
    'turnstone/ecs-taskdef.json',
    'wherry/group_vars/task-definition-all.json.j2',
  ],
  // A role by its name, which only the task role may be.
  TD01A: ['ferry-rota/task-definition-dev.json'],
  // One role for both.
  TD01C: ['ferry-rota/taskDefinition.json'],
  // Empty tags, which the GitHub action leaves out.
  TD01D: ['orchard-ledger/.aws/task-definition.json'],
  // For Fargate and instances, so that the stricter of both holds.
  TD02C: ['basaltworks/either/taskDefinition.json'],
  // A reservation and no limit.
  TD037: ['quillfern/firehose/ec2-taskdef.json', 'thornapple/sizes/ec2-no-memory.json'],
  // Sizes of the task, which mean nothing on Windows.
  TD038: ['saltmarsh/iis/task-definition-windows.json'],
  // A fixed port of the instance, so that it runs one such task.
  TD049: [
    'basaltworks/cache/task-definition.json',
    'farrow-edge/feeder/ecs-anywhere.json',
    'lanternfish/dns/task-def.json',
    'pebblebrook/bridge/docker-volumes.json',
    'pebblebrook/node-agent/datadog-agent-ecs.json',
    'vesper/monolith/task-definition-all-in-one.json',
  ],
  // A volume that nobody mounts.
  TD051: ['oddments/gaps/task-definition.json', 'pebblebrook/compose-import/taskdef.json'],
  // Whoever waits may wait for ever.
  TD05A: [
    'lanternfish/mesh/task-definition.json',
    'northloom/container_definitions.json',
    'plover/console/task-definition.json',
    'sandpiper/mesh/colour-task-def.json',
    'thornapple/checks/task-definition.json',
    'thornapple/pipeline/taskDefinition.json',
  ],
  // A read-only root and nowhere to write.
  TD06D: ['pebblebrook/fargate-host/task-definition.json'],
  // An ARN without its last six characters.
  TD07B: ['shearwater/service/task-definition.json'],
  // A router that may fail, without memory of its own.
  TD08F: ['quillfern/router-alone/task-definition.json'],
  // A check that begins with neither CMD nor CMD-SHELL.
  TD090: ['lanternfish/otel/ecs-fargate-sidecar.json'],
  // A check that outlasts its interval.
  TD093: [
    'ferry-rota/taskDefinition.json',
    'lanternfish/otel/ecs-fargate-sidecar.json',
    'thornapple/checks/task-definition.json',
  ],
  // Curl in an image of Alpine.
  TD094: ['northloom/container_definitions.json'],
  // Localhost, which may be an IPv6 address.
  TD095: [
    'ferry-rota/taskDefinition.json',
    'lanternfish/mesh/task-definition.json',
    'thornapple/checks/task-definition.json',
  ],
  // Behind a load balancer without a check of its own.
  TD098: [
    'copperline-admin/deploy/taskdef.json',
    'copperline/taskdef.json',
    'lanternfish/gateway/task-definition.json',
    'lanternfish/orders/task-definition.json',
    'mossgate/ecspresso/dev/task.json',
    'mossgate/ecspresso/prod/ecs-task-def.json',
  ],
  // Empty, and left out by the GitHub action.
  TD0B1: ['orchard-ledger/.aws/task-definition.json'],
  // Tags that are not resolved, so that a rollback may run another image.
  TD0B7: ['ferry-rota/task-definition-dev.json'],
  // A tag that moves.
  TD0C0: ['birdsong/aws/greeting.json', 'ferry-rota/taskDefinition.json'],
  // No tag, which means latest.
  TD0C1: ['hello-pelican/task-definition.json'],
  // Pulled from Docker Hub without credentials.
  TD0C2: [
    'birdsong/aws/greeting.json',
    'farrow-edge/feeder/ecs-anywhere.json',
    'ferry-rota/task-definition-dev.json',
    'hello-pelican/task-definition.json',
    'kitebridge/oneline/taskdef.json',
    'lanternfish/dns/task-def.json',
    'lanternfish/host/taskdef.json',
    'lanternfish/legacy-links/task-definition.json',
    'lanternfish/none/task-definition.json',
    'merlin-docs/examples/excerpt-secrets.json',
    'oddments/bom/taskdef.json',
    'pebblebrook/bridge/docker-volumes.json',
    'pebblebrook/compose-import/taskdef.json',
    'quillfern/ec2-drivers/task_def.json',
    'saltmarsh/legacy/windows-bridge.json',
    'thornapple/hardening/task-definition.json',
    'thornapple/pipeline/taskDefinition.json',
    'thornapple/sizes/ec2-no-memory.json',
    'turnstone/ecs-taskdef.json',
  ],
  // Services that let ECS Exec in.
  TD0C7: ['lanternfish/gateway/task-definition.json', 'mossgate/ecspresso/prod/ecs-task-def.json'],
  // An agent that takes the task down with it.
  TD0C9: ['lanternfish/otel/ecs-fargate-sidecar.json'],
  // CodePipeline finds no image to fill in.
  TD0D5: ['copperline-admin/deploy/taskdef.json'],
};
