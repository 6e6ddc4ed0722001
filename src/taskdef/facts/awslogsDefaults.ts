import { regionOf } from '../document/home.ts';
import { slug } from './slug.ts';
import type { Task } from '../document/task.ts';

/** The options that awslogs needs on every launch type, named after this task definition. */
export function awslogsDefaults(task: Task): Record<string, string> {
  return {
    'awslogs-group': `/ecs/${slug(task.fields.str('family').value ?? '') ?? 'my-task'}`,
    'awslogs-region': regionOf(task) ?? 'us-east-1',
    'awslogs-stream-prefix': 'ecs',
  };
}
