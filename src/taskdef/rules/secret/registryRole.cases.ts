import { ec2WithoutRole, secretArn } from '../../rule/exampleContainers.ts';
import { ec2Container } from '../../rule/exampleFiles.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

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
