import type { Evidence } from './cause.ts';
import type { Facts } from './facts.ts';
import { stopWords } from './words.ts';

/** What ECS or the container runtime was doing when a task could not start. */
export type StartStep =
  'image' | 'registry' | 'secret' | 'parameter' | 'logs' | 'environmentFile' | 'fileSystem' | 'container';

/** How that failed. */
export type StartFailure = 'unreachable' | 'denied' | 'missing' | 'throttled' | 'unknown';

export interface FailedStart {
  step: StartStep;
  failure: StartFailure;
  evidence: Evidence;
}

/** Says what was asked for and nothing of what came of it. */
const preamble =
  /unable to pull secrets or registry auth:?|execution resource retrieval failed:?|service call has been retried \d+ times?(?:\(s\))?:?/gi;

/** In this order: a message on one step may name what a later one is known by. */
const steps: readonly (readonly [StartStep, RegExp])[] = [
  ['fileSystem', /\bEFS\b|efs-utils|mount\.nfs4|\.efs\.[\w-]+\.amazonaws|\bfs-[0-9a-f]{8,17}\b|access point/i],
  ['environmentFile', /\benv(?:ironment)? ?files?\b|HeadObject|\.env\b/i],
  ['logs', /logger args|logging driver|log ?driver|log ?group|log ?stream|CreateLog|CloudWatch ?Logs?\b|awslogs/i],
  ['secret', /secrets? ?manager|from asm\b|\basm:|GetSecretValue|:secretsmanager:|\bsecret\b.*json key/i],
  ['parameter', /\bssm\b|GetParameters?\b|parameter ?store|\binvalid ssm parameters/i],
  ['registry', /registry auth|GetAuthorizationToken|api\.ecr|ECR ?: ?Get/i],
  [
    'container',
    /CannotStart|CannotCreate|OCI runtime|starting container process|container process|create shim|exec:|failed to create new container|driver failed/i,
  ],
  [
    'image',
    /CannotPull|CannotInspect|pull(?:ing)? (?:the )?(?:image|manifest)|resolve ref|manifest|ref pull|pull access|docker pull|layer/i,
  ],
];

/** In this order: where the way is closed, nothing was found either. */
const failures: readonly (readonly [StartFailure, RegExp])[] = [
  ['throttled', /toomanyrequests|too many requests|throttl|rate ?(?:limit|exceeded)|\b429\b/i],
  [
    'denied',
    /AccessDenied|not authorized|UnauthorizedOperation|no identity-based policy|explicit deny|no basic auth|insufficient_scope|access (?:to the resource )?is denied|pull access denied|access denied|Forbidden|\b403\b|role has the permissions|ExpiredToken|\b401\b|unauthorized/i,
  ],
  [
    'unreachable',
    /i\/o timeout|deadline exceeded|connection issue|request canceled|RequestCanceled|send request failed|RequestError|no such host|name resolution|dial tcp|handshake timeout|timed? ?out|connection (?:refused|reset|closed)|waiting for connection|network is unreachable|no route to host|network configuration|Client\.Timeout|signal: killed|failed to resolve "fs-/i,
  ],
  [
    'missing',
    /not ?found|does(?: not|n.t) exist|unknown: |manifest unknown|name unknown|no such|invalid ssm parameters|can(?:not|.t) find|check whether|did not contain/i,
  ],
];

/** Reads why a task could not start, over AWS's wordings of several years and texts that were cut off. */
export function failedStart(facts: Facts): FailedStart | undefined {
  const found = known.get(facts) ?? { start: readStart(facts) };
  known.set(facts, found);
  return found.start;
}

/** Every cause of a failed start asks for the same. */
const known = new WeakMap<Facts, { start: FailedStart | undefined }>();

function readStart(facts: Facts): FailedStart | undefined {
  for (const evidence of stopWords(facts)) {
    const words = evidence.text.replaceAll(preamble, ' ');
    const step = steps.find(([, pattern]) => pattern.test(words))?.[0];
    if (step === undefined) continue;
    return { step, failure: failureIn(words), evidence };
  }
  return undefined;
}

function failureIn(words: string): StartFailure {
  const found = failures.find(([, pattern]) => pattern.test(words))?.[0];
  if (found !== undefined) return found;
  // ECS cuts long texts: an address at the end is one that was not reached.
  return /https?:\/\/\S*(?:\.\.\.|…)?$/.test(words.trim()) ? 'unreachable' : 'unknown';
}
