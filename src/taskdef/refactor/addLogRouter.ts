import * as l10n from '@vscode/l10n';
import { insertItem, replaceNode, type Edit } from '../document/edits.ts';
import { regionOf } from '../document/home.ts';
import { neededMemory } from '../rule/launchTypes.ts';
import { slug } from '../facts/slug.ts';
import type { Task } from '../document/task.ts';
import type { Refactoring, RefactoringRequest } from './refactoring.ts';

/** MiB that the router needs for itself. */
const routerMemory = 50;

/** Adds a FireLens sidecar and sends the logs of the container under the cursor through it. */
export function addLogRouter({ document, task, container }: RefactoringRequest): Refactoring | undefined {
  const { containers, containersCertain, windows } = task;
  const list = container?.node.parent;
  const logging = container?.fields.member('logConfiguration').node;
  const routed = containers.some(({ fields }) => !fields.member('firelensConfiguration').missing);
  if (!container || !logging || !list || routed || !containersCertain || windows === 'yes' || containers.length >= 10)
    return undefined;
  const region = regionOf(task) ?? 'us-east-1';
  const group = `/ecs/${slug(task.fields.str('family').value ?? '') ?? 'my-task'}`;
  const router = {
    name: 'log-router',
    image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:stable',
    essential: true,
    user: '0',
    ...memoryFor(task),
    firelensConfiguration: { type: 'fluentbit', options: { 'enable-ecs-log-metadata': 'true' } },
    logConfiguration: {
      logDriver: 'awslogs',
      options: { 'awslogs-group': group, 'awslogs-region': region, 'awslogs-stream-prefix': 'firelens' },
    },
  };
  const through = {
    logDriver: 'awsfirelens',
    options: {
      Name: 'cloudwatch',
      region,
      log_group_name: group,
      log_stream_prefix: 'app-',
      auto_create_group: 'true',
    },
  };
  const edits: Edit[] = [replaceNode(document.text, logging, through), insertItem(document.text, list, router)];
  return { kind: 'rewrite', title: l10n.t('Send the logs of {0} through FireLens', container.label), edits };
}

/** Where the containers have taken the task's memory already, the router shares what is left of it. */
function memoryFor(task: Task): { memoryReservation?: number } {
  const fits = task.memory === undefined || neededMemory(task) + routerMemory <= task.memory;
  return fits ? { memoryReservation: routerMemory } : {};
}
