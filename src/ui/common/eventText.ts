import * as l10n from '@vscode/l10n';
import { tasksText } from './countText.ts';

type Words = (found: RegExpExecArray) => string;

const count = (found: RegExpExecArray): number => Number(found[1]);

/**
 * What ECS says most often, in the words of a narrow view. Source:
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */
const known: readonly (readonly [RegExp, Words])[] = [
  [/^has reached a steady state/, () => l10n.t('steady')],
  [
    /^has started (\d+) tasks.*replaced \d+ tasks due to an unhealthy status/,
    (found) => l10n.t('started {0} in place of what was unhealthy', tasksText(count(found))),
  ],
  [
    /^has started (\d+) tasks in (\S+) to AZ Rebalance/,
    (found) => l10n.t('started {0} in {1} for balance', tasksText(count(found)), found[2] ?? ''),
  ],
  [/^has started (\d+) tasks/, (found) => l10n.t('started {0}', tasksText(count(found)))],
  [
    /^has stopped (\d+) running tasks in (\S+) due to AZ rebalancing/,
    (found) => l10n.t('stopped {0} in {1} for balance', tasksText(count(found)), found[2] ?? ''),
  ],
  [/^has stopped (\d+) running tasks/, (found) => l10n.t('stopped {0}', tasksText(count(found)))],
  [/^stopped (\d+) pending tasks/, (found) => l10n.t('stopped {0} before running', tasksText(count(found)))],
  [/^registered (\d+) targets/, (found) => targetsText(count(found), true)],
  [/^deregistered (\d+) targets/, (found) => targetsText(count(found), false)],
  [
    /^has begun draining connections on (\d+) tasks/,
    (found) => l10n.t('draining connections of {0}', tasksText(count(found))),
  ],
  [/^rolling back to deployment/, () => l10n.t('rolling back')],
  [/^failed container health checks/, () => l10n.t('a task failed its container health checks')],
  [
    /^\(port (\d+)\) is unhealthy in .* due to \(reason (.*?)\)\.?$/,
    (found) => l10n.t('port {0} is unhealthy: {1}', found[1] ?? '', found[2] ?? ''),
  ],
];

/** An event of a service in few words: without the ids, which the message has in full. */
export function eventText(message: string): string {
  // Each begins with the service, and many go on with a deployment, a task or an instance.
  const said = message.replace(/^(?:\((?:service|deployment|task|instance|taskSet)\b[^)]*\) )+/, '');
  for (const [pattern, words] of known) {
    const found = pattern.exec(said);
    if (found) return words(found);
  }
  return said
    .replace(/ For more information, see the .*$/, '')
    .replaceAll(/ \((?:task|container-instance|instance|deployment|taskSet) [^)]*\)/g, '')
    .replaceAll(/\((target-group) arn:[^)]*?targetgroup\/([^/)]+)[^)]*\)/g, '$1 $2')
    .replace(/^(?:has|was) (?=unable|not)/, '')
    .replace(/\.$/, '');
}

function targetsText(targets: number, isIn: boolean): string {
  if (isIn) return targets === 1 ? l10n.t('registered 1 target') : l10n.t('registered {0} targets', targets);
  return targets === 1 ? l10n.t('deregistered 1 target') : l10n.t('deregistered {0} targets', targets);
}
