import { ec2Service, service } from '../../src/taskdef/rule/examples/exampleServices.ts';
import type { FileContent } from '../../src/taskdef/rule/examples/ruleCase.ts';
import { type Members, same } from './taskMembers.ts';

/** Whether the content is the input of CreateService and not a text or an output. */
export function isService(content: FileContent): content is Members {
  return typeof content === 'object' && 'serviceName' in content;
}

/** Members in which a service definition differs from the faultless one that its case changes. */
export function changedInService(content: Members): string[] {
  const differing = bases.map((base) =>
    Object.keys({ ...base, ...content }).filter((name) => !same(base[name], content[name])),
  );
  return differing.reduce((best, one) => (one.length < best.length ? one : best));
}

const bases = [service(), ec2Service()] as Members[];

/** The service definition with these members alone. */
export function onlyOf(content: Members, members: ReadonlySet<string>): Members {
  return Object.fromEntries(Object.entries(content).filter(([name]) => members.has(name)));
}
