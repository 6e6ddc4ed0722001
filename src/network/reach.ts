import * as l10n from '@vscode/l10n';
import type { ReachFacts } from '../ecs/diagnosis/facts.ts';
import type { SubjectNetwork } from './judgeSubject.ts';
import { verdictTexts } from './verdictText.ts';

/** What a network comes to, as whoever looks for a cause takes it: what is closed first. */
export function reachFacts({ verdicts, fullSubnets }: SubjectNetwork): ReachFacts[] {
  const full = fullSubnets.map((subnet): ReachFacts => ({
    destination: 'subnet',
    isReachable: false,
    reason: l10n.t('{0} has no free address left.', subnet),
    repair: l10n.t('Add subnets, or free addresses.'),
  }));
  const reached = verdictTexts(verdicts).map(({ destination, reachable, sentence, repair }): ReachFacts => ({
    destination,
    ...(reachable === 'unknown' ? {} : { isReachable: reachable === 'yes' }),
    reason: `${sentence}.`,
    ...(repair === undefined ? {} : { repair }),
  }));
  return [...full, ...reached];
}
