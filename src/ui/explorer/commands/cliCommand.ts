import { nameOfArn } from '../../../ecs/arn.ts';
import { shellQuoted } from './shellQuoted.ts';
import type { Subject } from '../../common/subject.ts';

/** The AWS CLI's command that shows the same as the row, with profile and Region. */
export function cliCommand(subject: Subject): string {
  const { profile, region } = subject.connection.spec;
  const from = ['--region', region, ...(profile === undefined ? [] : ['--profile', profile])];
  return ['aws', 'ecs', ...wordsOf(subject), ...from].map(shellQuoted).join(' ');
}

function wordsOf(subject: Subject): string[] {
  switch (subject.kind) {
    case 'cluster':
      return ['describe-clusters', '--clusters', nameOfArn(subject.clusterArn)];
    case 'service':
      return ['describe-services', ...inCluster(subject), '--services', nameOfArn(subject.serviceArn)];
    case 'task':
    case 'container':
      return ['describe-tasks', ...inCluster(subject), '--tasks', nameOfArn(subject.taskArn)];
    case 'revision':
      return ['describe-task-definition', '--task-definition', nameOfArn(subject.taskDefinitionArn)];
    case 'family':
      return ['list-task-definitions', '--family-prefix', subject.family];
    case 'containerInstance':
      return [
        'describe-container-instances',
        ...inCluster(subject),
        '--container-instances',
        nameOfArn(subject.instanceArn),
      ];
    case 'capacityProvider':
      return ['describe-capacity-providers', '--capacity-providers', subject.name];
  }
}

function inCluster({ clusterArn }: { clusterArn: string }): string[] {
  return ['--cluster', nameOfArn(clusterArn)];
}
