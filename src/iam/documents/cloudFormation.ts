import type { RolePermissions } from '../needs/rolePermissions.ts';
import { commentLines } from './comments.ts';
import { permissionsPolicy, trustPolicy } from './roleDocument.ts';

/** A role with its policy as a resource of a CloudFormation template, in YAML, with the reason for each statement. */
export function asCloudFormation(role: RolePermissions, name: string): string {
  const logical = role.use === 'execution' ? 'TaskExecutionRole' : 'TaskRole';
  const { statements } = role;
  const written = permissionsPolicy(role).Statement;
  return [
    'Resources:',
    `  ${logical}:`,
    '    Type: AWS::IAM::Role',
    '    Properties:',
    `      RoleName: ${text(name)}`,
    '      AssumeRolePolicyDocument:',
    ...yaml(trustPolicy(role), 8),
    ...(statements.length === 0 ? [] : policies(role)),
    '',
  ].join('\n');

  function policies({ use }: RolePermissions): string[] {
    return [
      '      Policies:',
      `        - PolicyName: ${text(`ecs-${use}`)}`,
      '          PolicyDocument:',
      '            Version: "2012-10-17"',
      '            Statement:',
      ...statements.flatMap((statement, index) => [
        ...commentLines(statement).map((line) => `              # ${line}`),
        ...item(yaml(written[index], 16), 14),
      ]),
    ];
  }
}

/** The lines of an object as an item of a list. */
function item([first = '', ...rest]: string[], indent: number): string[] {
  return [`${' '.repeat(indent)}- ${first.trimStart()}`, ...rest];
}

/** JSON's quoted texts are YAML's, too. */
function text(value: unknown): string {
  return JSON.stringify(value);
}

function yaml(value: unknown, indent: number): string[] {
  const pad = ' '.repeat(indent);
  if (Array.isArray(value)) {
    return value.flatMap((each: unknown) =>
      typeof each === 'object' && each !== null ? item(yaml(each, indent + 2), indent) : [`${pad}- ${text(each)}`],
    );
  }
  return Object.entries(value as object).flatMap(([key, member]: [string, unknown]) =>
    typeof member === 'object' && member !== null
      ? [`${pad}${plainKey(key)}:`, ...yaml(member, indent + 2)]
      : [`${pad}${plainKey(key)}: ${text(member)}`],
  );
}

/** `aws:SourceArn`: a colon within is fine as long as no blank follows, but quotes leave no doubt. */
function plainKey(key: string): string {
  return /^\w+$/.test(key) ? key : text(key);
}
