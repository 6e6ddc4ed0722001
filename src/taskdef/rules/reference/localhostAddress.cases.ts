import { ec2Pair, pair } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const cache = { name: 'cache', portMappings: [{ containerPort: 6379 }] };
const url = (value: string): object => ({ environment: [{ name: 'CACHE_URL', value }] });

export const cases: RuleCase[] = [
  {
    breaks: ec2Pair(url('redis://localhost:6379/0'), cache),
    at: '"redis://localhost:6379/0"',
    says: /localhost is container web itself; port 6379 is the one of cache/,
    holds: ec2Pair(url('redis://localhost:8080/0'), cache),
    fix: /"redis:\/\/cache:6379\/0"[^]*"links": \["cache"\]/,
  },
  {
    about: 'its address',
    breaks: ec2Pair({ command: ['/run', '--cache', '127.0.0.1:6379'] }, cache),
    at: '"127.0.0.1:6379"',
    says: /port 6379 is the one of cache/,
    holds: pair({ command: ['/run', '--cache', '127.0.0.1:6379'] }, cache),
    fix: true,
  },
];
