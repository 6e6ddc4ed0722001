import { error, warning, type ExpectedFiles } from '../expectation.ts';

/** Files that some tool fills in before ECS sees them. What it fills in is unknown, and no reason to complain. */
export const templates: ExpectedFiles = {
  'northloom/modules/api/templates/api.json.tpl': {
    kind: 'containers',
    about: 'Terraform’s templatefile: numbers and whole lists without quotes',
  },
  'northloom/container_definitions.json': {
    kind: 'containers',
    about: 'read by Terraform, which leaves nulls out',
    findings: [
      error('TD059', '29: "HEALTHY"', 'loom has no health check to wait for'),
      error('TD018', '60: "loom"', 'two containers of one name'),
    ],
  },
  'northloom/envs/task-definition.json.tpl': { about: 'Terraform’s directives between and inside the lines' },
  'brackenfell/ecs/task_definition.json': {
    about: 'envsubst: dollar signs with and without braces, in and out of quotes',
    findings: [error('TD031', '42: "512"', '384 and 192 units are more than 512, whatever the variables hold')],
  },
  'gannet/deploy/task-def.json': { about: 'replaced by sed: double underscores and percent signs' },
  'gannet/deploy/octopus/taskdef.template.json': { about: 'Octopus variables, and a log group in double at signs' },
  'wherry/taskdef.json.j2': { about: 'Jinja loops over containers, with the commas that this takes' },
  'wherry/group_vars/task-definition-all.json.j2': { about: 'whole lists come from Jinja' },
  'sandpiper/ecs_taskdef.tpl': { about: 'Go’s templates, with an action that writes what Docker reads as its own' },
  'sandpiper/mesh/colour-task-def.json': {
    about: 'whole containers in the place of list items',
    findings: [warning('TD0B2', '7: "proxyConfiguration"', 'App Mesh has ended')],
  },
  'merlin-docs/examples/task-definition.json': {
    about: 'a page of documentation: what the reader has to put in stands in angle brackets or capitals',
  },
  'merlin-docs/examples/excerpt-secrets.json': {
    about: 'an excerpt: dots stand for what is left out, and nothing is a value there',
    findings: [
      error('TD035', '5: "merlin"', 'as it stands, nothing says how much memory'),
      error('TD00F', '7: ...', 'no JSON'),
      error('TD072', '8: "secrets"', 'as it stands, there is no execution role'),
    ],
  },
};
