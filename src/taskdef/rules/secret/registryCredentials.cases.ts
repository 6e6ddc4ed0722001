import { secretArn } from '../../rule/examples/exampleContainers.ts';
import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ repositoryCredentials: { credentialsParameter: secretArn } }),
    at: '"repositoryCredentials"',
    says: /ECR images are pulled with the execution role/,
    holds: fargateContainer({
      image: 'registry.example.com/a:1',
      repositoryCredentials: { credentialsParameter: 'my-secret' },
    }),
    fix: true,
  },
  {
    about: 'empty',
    breaks: fargateContainer({
      image: 'registry.example.com/a:1',
      repositoryCredentials: { credentialsParameter: '' },
    }),
    at: '""',
    says: /credentialsParameter is empty/,
    severity: 'error',
    holds: fargateContainer({
      image: 'registry.example.com/a:1',
      repositoryCredentials: { credentialsParameter: secretArn },
    }),
  },
];
