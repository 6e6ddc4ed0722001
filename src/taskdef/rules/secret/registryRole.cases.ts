import { ec2WithoutRole, secretArn } from '../../rule/examples/exampleContainers.ts';
import { ec2Container } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ec2WithoutRole({ repositoryCredentials: { credentialsParameter: secretArn } }),
    at: '"repositoryCredentials"',
    says: /Private repository authentication requires/,
    holds: ec2Container({
      image: 'registry.example.com/a:1',
      repositoryCredentials: { credentialsParameter: secretArn },
    }),
    fix: true,
  },
];
