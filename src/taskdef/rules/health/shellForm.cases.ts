import { healthCheck } from '../../rule/examples/exampleContainers.ts';
import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: healthCheck(['CMD', 'curl -f http://127.0.0.1/ || exit 1']),
    at: '[ "CMD"',
    says: /runs a program without a shell/,
    holds: healthCheck(['CMD', 'sh', '-c', 'curl -f http://127.0.0.1/ || exit 1']),
    fix: /"CMD-SHELL", "curl -f/,
  },
  {
    about: 'several',
    breaks: healthCheck(['CMD-SHELL', 'curl', '-f', 'x']),
    at: '[ "CMD-SHELL"',
    says: /takes one line/,
    holds: healthCheck(['CMD-SHELL', 'curl -f x']),
    fix: /"curl -f x"/,
  },
  {
    about: 'a shell with several words',
    breaks: healthCheck(['CMD', '/bin/sh', '-c', 'curl', '-f', 'http://127.0.0.1/']),
    at: '"-f"',
    says: /The shell runs "curl" alone/,
    holds: healthCheck(['CMD', '/bin/sh', '-c', 'curl -f http://127.0.0.1/']),
    fix: /"CMD-SHELL", "curl -f http/,
  },
  {
    about: 'nothing to run',
    breaks: fargateContainer({ healthCheck: { command: ['CMD'] } }),
    at: '[ "CMD" ]',
    says: /CMD is followed by nothing to run/,
    holds: fargateContainer({ healthCheck: { command: ['CMD', '/check'] } }),
    fix: false,
  },
];
