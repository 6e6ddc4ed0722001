import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const files = (value: string): object => fargateContainer({ environmentFiles: [{ type: 's3', value }] });

export const cases: RuleCase[] = [
  {
    breaks: files('s3://b/a.env'),
    at: '"s3://b/a.env"',
    says: /Invalid arn syntax/,
    holds: files('arn:aws:s3:::b/a.env'),
    fix: /"arn:aws:s3:::b\/a\.env"/,
  },
  {
    about: 'in the partition that the file names elsewhere',
    breaks: { ...files('s3://b/a.env'), executionRoleArn: 'arn:aws-cn:iam::123456789012:role/execution' },
    at: '"s3://b/a.env"',
    says: /Invalid arn syntax/,
    holds: files('arn:aws-cn:s3:::b/a.env'),
    fix: /"arn:aws-cn:s3:::b\/a\.env"/,
  },
  {
    about: 'extension',
    breaks: files('arn:aws:s3:::b/a.txt'),
    at: '"arn:aws:s3',
    says: /extension \.env/,
    holds: files('arn:aws:s3:::b/c/a.env'),
  },
  {
    about: 'too many',
    breaks: fargateContainer({
      environmentFiles: Array.from({ length: 11 }, () => ({ type: 's3', value: 'arn:aws:s3:::b/a.env' })),
    }),
    at: '[',
    says: /exceeded: 11/,
    holds: fargateContainer({
      environmentFiles: Array.from({ length: 10 }, () => ({ type: 's3', value: 'arn:aws:s3:::b/a.env' })),
    }),
  },
  {
    about: 'extension, with the bucket open',
    breaks: files('arn:aws:s3:::${BUCKET}/a.txt'),
    at: '"arn:aws:s3',
    says: /extension \.env/,
    holds: files('arn:aws:s3:::${BUCKET}/${FILE}'),
  },
  {
    about: 'another form, with the bucket open',
    breaks: files('s3://${BUCKET}/a.env'),
    at: '"s3://',
    says: /Invalid arn syntax/,
    holds: files('ENV_FILE_ARN'),
    fix: /"arn:aws:s3:::\$\{BUCKET\}\/a\.env"/,
  },
];
