import { getLocation, type JSONPath } from 'jsonc-parser';
import { readService, type Service } from '../../src/taskdef/document/service.ts';
import { readTask, type Task } from '../../src/taskdef/document/task.ts';
import type { Problem } from '../../src/taskdef/rule/rule.ts';
import type { FileContent, RuleCase } from '../../src/taskdef/rule/examples/ruleCase.ts';
import { compactJson, outline } from './compactJson.ts';
import { readCase, textOf } from './readCase.ts';
import { isServiceRule, type RuleFile } from './ruleFiles.ts';
import { changedInService, isService, onlyOf } from './serviceMembers.ts';
import {
  baseOf,
  changed,
  containersOf,
  inContainer,
  isInContainer,
  isTask,
  kindOf,
  type Members,
  only,
  same,
} from './taskMembers.ts';

/** A rule's first case in short. */
export interface RuleExample {
  /** What is said of the file that breaks the rule. */
  message: string | undefined;
  breaks: string;
  holds: string;
}

/** The first case of a rule, of which only that is shown in which its files differ from one that no rule objects to. */
export function ruleExample({ rule, cases }: RuleFile): RuleExample | undefined {
  const [first] = cases;
  if (!first) return undefined;
  const { breaks, holds } = first;
  const problem = problemOf(rule, first);
  const message = problem?.message;
  if (isServiceRule({ rule }) && isService(breaks) && isService(holds)) {
    const members = new Set([breaks, holds].flatMap(changedInService));
    // Each is compared with the file that is most like it: the two may be for different launch types.
    if (!same(breaks['launchType'], holds['launchType'])) members.add('launchType');
    const of = (service: Members): string => written(onlyOf(service, members), members);
    return { message, breaks: of(breaks), holds: of(holds) };
  }
  if (!isTask(breaks) || !isTask(holds)) return { message, breaks: alone(breaks), holds: alone(holds) };
  const about = marked(breaks, problem);
  const members = new Set([...changed(breaks), ...changed(holds), ...about]);
  // Containers that only serve what the task has wrong, and are the same in both, are left out.
  if (!about.some(isInContainer) && same(containersOf(breaks), containersOf(holds)))
    for (const name of members) if (isInContainer(name)) members.delete(name);
  if (baseOf(breaks) !== baseOf(holds)) members.add(kindOf(breaks, holds));
  return { message, breaks: shown(breaks, members), holds: shown(holds, members) };
}

/** A file of which only itself is known: what it changes, else an outline of it. */
function alone(content: FileContent): string {
  if (typeof content === 'string') return content;
  const members = isTask(content) ? changed(content) : [];
  return members.length > 0 ? compactJson(only(content as Members, new Set(members))) : outline(content);
}

/** These members of a file; where it has none of them, which they are. */
function shown(task: Members, members: ReadonlySet<string>): string {
  return written(only(task, members), members);
}

function written(part: Members, members: ReadonlySet<string>): string {
  const names = [...members].map((name) => JSON.stringify(name.split('.').at(-1)));
  return compactJson(part) || `// no ${names.join(', ')}`;
}

function problemOf(rule: RuleFile['rule'], { breaks, says, context = {}, kind }: RuleCase): Problem | undefined {
  const document = readCase(breaks, { rule, kind });
  const problems: Problem[] = [];
  const subject = isServiceRule({ rule }) ? readService(document, context) : readTask(document, context);
  rule.check(subject as Task & Service, (problem) => problems.push(problem), context);
  return problems.find(({ message }) => says.test(message));
}

/** The member that the finding is about; none where that is the file itself. */
function marked(task: Members, problem: Problem | undefined): string[] {
  if (!problem) return [];
  const [member, index = 0, inner = 'name']: JSONPath = getLocation(textOf(task), problem.at.offset + 1).path;
  if (!member) return [];
  const container = member === 'containerDefinitions' && containersOf(task)[Number(index)];
  return [container ? inContainer(Number(index), String(inner || 'name')) : String(member)];
}
