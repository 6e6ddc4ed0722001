import { variables } from '../../rule/examples/exampleContainers.ts';
import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const host = { name: 'DB_HOST', value: 'db.example.com' };

export const cases: RuleCase[] = [
  {
    breaks: variables(host, { name: 'DB_URL', value: 'postgres://${DB_HOST}/shop' }),
    at: '"postgres://${DB_HOST}/shop"',
    says: /does not put the value of DB_HOST in here: the program gets \$\{DB_HOST\} as it stands/,
    holds: variables(host, { name: 'DB_URL', value: 'postgres://${OTHER_HOST}/shop' }),
  },
  {
    about: 'the path of programs',
    breaks: variables({ name: 'PATH', value: '/app/bin:$PATH' }),
    at: '"/app/bin:$PATH"',
    says: /does not put the value of PATH in here/,
    holds: variables({ name: 'DB_HOST', value: '$DB_HOST' }, { name: 'DB_URL', value: 'postgres://$DB_HOST/shop' }),
  },
  {
    about: 'a command without a shell',
    breaks: fargateContainer({ environment: [host], command: ['/run', '--db', '$DB_HOST'] }),
    at: '"$DB_HOST"',
    says: /Without a shell \$DB_HOST is not replaced/,
    holds: fargateContainer({ environment: [host], command: ['sh', '-c', '/run --db $DB_HOST'] }),
    fix: /"sh", "-c", "\/run --db \$DB_HOST"/,
  },
];
