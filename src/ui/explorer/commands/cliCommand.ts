import { nameOfArn } from '../../../ecs/arn.ts';
import { shellQuoted } from '../../../ecs/text/commandLine.ts';
import type { Resource } from '../../common/resource.ts';

/** The AWS CLI's command that shows the same as the row, with profile and Region. */
export function cliCommand(resource: Resource): string {
  const { profile, region } = resource.connection.spec;
  const from = ['--region', region, ...(profile === undefined ? [] : ['--profile', profile])];
  return ['aws', 'ecs', ...wordsOf(resource), ...from].map(shellQuoted).join(' ');
}

function wordsOf(resource: Resource): string[] {
  switch (resource.kind) {
    case 'cluster':
      return ['describe-clusters', '--clusters', nameOfArn(resource.clusterArn)];
    case 'service':
      return ['describe-services', ...inCluster(resource), '--services', nameOfArn(resource.serviceArn)];
    case 'task':
    case 'container':
      return ['describe-tasks', ...inCluster(resource), '--tasks', nameOfArn(resource.taskArn)];
    case 'revision':
      return ['describe-task-definition', '--task-definition', nameOfArn(resource.taskDefinitionArn)];
    case 'family':
      return ['list-task-definitions', '--family-prefix', resource.family];
    case 'containerInstance':
      return [
        'describe-container-instances',
        ...inCluster(resource),
        '--container-instances',
        nameOfArn(resource.instanceArn),
      ];
    case 'capacityProvider':
      return ['describe-capacity-providers', '--capacity-providers', resource.name];
  }
}

function inCluster({ clusterArn }: { clusterArn: string }): string[] {
  return ['--cluster', nameOfArn(clusterArn)];
}
