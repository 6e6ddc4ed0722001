import { waits } from '../../rule/examples/exampleContainers.ts';
import { ec2Container, ec2Pair } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ec2Pair(waits('START'), waits('START', 'web')),
    at: '"sidecar"',
    says: /web → sidecar → web/,
    holds: ec2Pair(waits('START')),
    fix: true,
  },
  {
    about: 'itself',
    breaks: ec2Container(waits('START', 'web')),
    at: '"web"',
    says: /waits for itself/,
    holds: ec2Pair(waits('START')),
    fix: true,
  },
  {
    about: 'through a link',
    breaks: ec2Pair({ links: ['sidecar'] }, waits('START', 'web')),
    at: '"sidecar"',
    says: /wait for each other/,
    holds: ec2Pair({ links: ['sidecar'] }),
  },
];
