import { error, warning, type ExpectedFiles } from '../expectation.ts';

/** Secrets, variables and registries. */
export const secrets: ExpectedFiles = {
  'brinework/forms/task-definition.json': {
    about: 'a secret in every form that ECS takes, files of variables, a private registry',
  },
  'brinework/tax/task-definition.json': {
    about: 'a secret in the forms that it does not take; the last is no full ARN, though it looks like one',
    findings: [
      warning('TD07G', '14: "repositoryCredentials"', 'ECR is read with the execution role'),
      warning('TD07G', '15: "arn:aws:ssm:us-east-1:555566667777:para', 'a secret of Secrets Manager'),
      error('TD07A', '31: "arn:aws:secretsmanager:us-east-1:555566', 'one colon behind the secret: none or three'),
      error('TD075', '38: "DB_PASSWORD"', 'the second of that name'),
      error('TD07A', '39: "arn:aws:ssm:us-east-1:555566667777:para', 'two slashes'),
      error('TD076', '42: "SMTP_PASSWORD"', 'a variable has that name'),
      error('TD07A', '43: "arn:aws:ssm:us-east-1:555566667777:para', 'a parameter has no keys'),
      error('TD07A', '47: "arn:aws:s3:::brinework-config/vat.key"', 'S3 holds no secrets'),
      error('TD07A', '51: "tax/cert"', 'a path of parameters begins with a slash'),
    ],
  },
  'brinework/portal/ecs-task-definition.json': {
    about: 'variables in plain text',
    findings: [
      warning('TD07F', '18: "AWS_ACCESS_KEY_ID"', 'it wins over the task role'),
      warning('TD077', '19: "AKIAIOSFODNN7EXAMPLE"', 'an access key'),
      warning('TD07F', '22: "AWS_SECRET_ACCESS_KEY"', 'it wins over the task role'),
      warning('TD079', '23: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKE', 'a secret by its name'),
      warning('TD078', '27: "postgres://portal:tr0ub4dor@db.internal', 'a password in an address'),
      warning('TD079', '31: "correct-horse-battery"', 'a secret by its name'),
      warning('TD074', '34: "LOG_LEVEL"', 'set twice, and the last wins'),
      error('TD07E', '42: "FEATURE=BETA"', 'a name has no ='),
      error('TD07E', '46: ""', 'a name is not empty'),
      error('TD006', '51: 25', 'values are strings'),
      warning('TD07F', '54: "ECS_CONTAINER_METADATA_URI_V4"', 'ECS sets it'),
      error('TD07D', '65: "arn:aws:s3:::brinework-config/portal.tx', 'files end in .env'),
      error('TD008', '68: "S3"', 's3'),
    ],
  },
};
