import { ec2, fargate, sidecar, windows, windowsEc2 } from '../../src/taskdef/rule/examples/exampleFiles.ts';
import type { FileContent } from '../../src/taskdef/rule/examples/ruleCase.ts';

/** Members of a task definition by name; those of its containers are named `containerDefinitions.0.user`. */
export type Members = Record<string, unknown>;

/** Whether the content is a whole task definition and not a text, a list of containers or a wrapper. */
export function isTask(content: FileContent): content is Members {
  return typeof content === 'object' && 'family' in content && Array.isArray(containersOf(content));
}

export function containersOf(task: object): readonly Members[] {
  return (task as { containerDefinitions: readonly Members[] }).containerDefinitions;
}

/** The faultless file that a case changes: the one from which the fewest members differ. */
export function baseOf(task: Members): Members {
  return bases.reduce((best, base) => (differing(task, base).length < differing(task, best).length ? base : best));
}

const bases = [fargate(), ec2(), windows(), windowsEc2()] as Members[];

/** What tells two kinds of task apart. */
export function kindOf(one: Members, other: Members): string {
  return same(one['requiresCompatibilities'], other['requiresCompatibilities'])
    ? 'runtimePlatform'
    : 'requiresCompatibilities';
}

/** Members in which a file differs from its base: those of the task, and of containers as `containerDefinitions.0.user`. */
export function changed(task: Members): string[] {
  const base = baseOf(task);
  const [container = {}] = containersOf(base);
  return [
    ...differing(task, base).filter((name) => name !== 'containerDefinitions'),
    ...containersOf(task).flatMap((one, index) =>
      differing(one, index === 0 ? container : sidecar()).map((name) => inContainer(index, name)),
    ),
  ];
}

function differing(one: object, other: object): string[] {
  const [a, b] = [one as Members, other as Members];
  return Object.keys({ ...a, ...b }).filter((name) => !same(a[name], b[name]));
}

export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export function isInContainer(name: string): boolean {
  return name.startsWith('containerDefinitions.');
}

export function inContainer(index: number, name: string): string {
  return `containerDefinitions.${index}.${name}`;
}

/** The file with these members alone; of several containers each says its name. */
export function only(task: Members, members: ReadonlySet<string>): Members {
  const containers = containersOf(task);
  const kept = containers.map((container, index) =>
    pick(container, (name) => members.has(inContainer(index, name)) || (containers.length > 1 && name === 'name')),
  );
  const rest = pick(task, (name) => members.has(name));
  const some = kept.some((one) => Object.keys(one).length > 0);
  return some ? { ...rest, containerDefinitions: kept } : rest;
}

function pick(from: Members, wanted: (name: string) => boolean): Members {
  return Object.fromEntries(Object.entries(from).filter(([name, value]) => wanted(name) && value !== undefined));
}
