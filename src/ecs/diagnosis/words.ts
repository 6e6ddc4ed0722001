import type { Container } from '@aws-sdk/client-ecs';
import type { Cause, Evidence, Judgement } from './cause.ts';
import type { Facts } from './facts.ts';

/** An event that tells of something that did not go as it should. */
const troubled = /unable|fail|unhealthy|error|limit|throttl|protection|rolling back|unavailable|insufficient/i;
const mostEvents = 10;

/** What ECS says of a service since it was last steady, newest first. */
function eventWords({ service }: Facts): Evidence[] {
  const events = service?.events ?? [];
  const steady = events.findIndex(({ message = '' }) => /has reached a steady state/.test(message));
  return (steady < 0 ? events : events.slice(0, steady))
    .flatMap(({ message = '' }) => (troubled.test(message) ? [{ text: message, from: 'events' }] : []))
    .slice(0, mostEvents);
}

/** What ECS says of a task that stopped, or of a service, piece by piece, with the member that says it. */
export function stopWords(facts: Facts): Evidence[] {
  const events = facts.subject === 'task' ? [] : eventWords(facts);
  const { task } = facts;
  if (!task) return events;
  const own = task.stoppedReason ? [{ text: task.stoppedReason, from: 'stoppedReason' }] : [];
  const ofContainers = (task.containers ?? []).flatMap(({ name = '', reason }) =>
    reason ? [{ text: reason, from: `containers[${name}].reason` }] : [],
  );
  return [...ofContainers, ...own, ...events];
}

/** The words that a cause is known by: any of the patterns in one piece, or over all pieces together. */
export function wordsThatSay(
  facts: Facts,
  patterns: readonly RegExp[],
): { match: RegExpExecArray; evidence: Evidence } | undefined {
  for (const evidence of stopWords(facts)) {
    for (const pattern of patterns) {
      const match = pattern.exec(evidence.text);
      if (match) return { match, evidence };
    }
  }
  return undefined;
}

interface WordsCause
  extends Omit<Cause, 'judge' | 'about'>, Omit<Judgement, 'certainty' | 'evidence' | 'sentence' | 'short' | 'advice'> {
  about?: Cause['about'];
  certainty?: Judgement['certainty'];
  /** What is stable in the wordings of several years. */
  patterns: readonly RegExp[];
  /** In the names that the words have, where they have them. */
  say: (words: string, facts: Facts) => Pick<Judgement, 'sentence' | 'short' | 'advice'>;
}

/** A cause that AWS names itself. */
export function saidByAws({
  patterns,
  say,
  certainty = 'certain',
  about = ['task'],
  id,
  isLast,
  ...more
}: WordsCause): Cause {
  return {
    id,
    about,
    isLast,
    judge(facts) {
      const found = wordsThatSay(facts, patterns);
      if (!found) return undefined;
      return { certainty, evidence: [found.evidence], ...say(found.evidence.text, facts), ...more };
    },
  };
}

/** Containers with their exit codes as evidence. */
export function exitEvidence(containers: readonly Container[]): Evidence[] {
  return containers.map(({ name = '', exitCode }) => ({
    text: `${name}: exitCode ${exitCode ?? '–'}`,
    from: `containers[${name}].exitCode`,
  }));
}

/** Names that ECS's words hold. */
const named = {
  image: /(?:ref\s+"?|image\s+'|manifest for )([\w./-]+[:@][\w.:-]+)/,
  secret: /(arn:aws[\w-]*:secretsmanager:[\w-]+:\d{12}:secret:[\w/+=.@-]+)/,
  parameter: /(arn:aws[\w-]*:ssm:[\w-]+:\d{12}:parameter[\w/.-]+)/,
  key: /did not contain json key\s+"?([\w.-]+)/i,
  fileSystem: /\b(fs-[0-9a-f]{8,17})\b/,
  role: /(arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+)/,
  action: /not authorized to perform:\s*([a-z\d-]+:\w+)/i,
  resource: /on resource:\s*(\S+?)(?:[\s,]|$)/,
  instance: /\b(i-[0-9a-f]{8,17})\b/,
  subnet: /\b(subnet-[0-9a-f]{8,17})\b/,
  port: /(?:port|:)\s*(\d{2,5})\b/,
  program: /exec: "([^"]+)"/,
} as const;

/** A name in ECS's words, such as the image; undefined where they have none, or are cut off. */
export function nameIn(words: string, what: keyof typeof named): string | undefined {
  return named[what].exec(words)?.[1]?.replace(/[.:,]+$/, '');
}

export function containersOf({ task }: Facts): readonly Container[] {
  return task?.containers ?? [];
}
