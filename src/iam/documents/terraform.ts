import type { RolePermissions } from '../needs/rolePermissions.ts';
import type { NeededStatement } from '../needs/statements.ts';
import { tasksPrincipal } from '../policy/trust.ts';
import { commentLines } from './comments.ts';

/** A role with its policy as Terraform's resources, in HCL, with the reason for each statement. */
export function asTerraform(role: RolePermissions, name: string): string {
  const label = role.use === 'execution' ? 'task_execution' : 'task';
  const { statements } = role;
  return [
    ...trust(role, label),
    '',
    `resource "aws_iam_role" "${label}" {`,
    `  name               = ${text(name)}`,
    `  assume_role_policy = data.aws_iam_policy_document.${label}_trust.json`,
    '}',
    ...(statements.length === 0 ? [] : policy(statements, role, label)),
    '',
  ].join('\n');
}

function trust({ home: { partition, region, account } }: RolePermissions, label: string): string[] {
  const conditions =
    account === '*'
      ? []
      : [
          ...condition('StringEquals', 'aws:SourceAccount', [account]),
          ...condition('ArnLike', 'aws:SourceArn', [`arn:${partition}:ecs:${region}:${account}:*`]),
        ];
  return [
    `data "aws_iam_policy_document" "${label}_trust" {`,
    '  statement {',
    '    actions = ["sts:AssumeRole"]',
    '',
    '    principals {',
    '      type        = "Service"',
    `      identifiers = [${text(tasksPrincipal)}]`,
    '    }',
    ...conditions,
    '  }',
    '}',
  ];
}

function policy(statements: readonly NeededStatement[], { use }: RolePermissions, label: string): string[] {
  const blocks = statements.map((statement) => [
    ...commentLines(statement).map((line) => `  # ${line}`),
    '  statement {',
    `    sid       = ${text(statement.sid)}`,
    `    actions   = ${list(statement.actions)}`,
    `    resources = ${list(statement.resources)}`,
    ...Object.entries(statement.condition ?? {}).flatMap(([test, keys]) =>
      Object.entries(keys).flatMap(([key, values]) => condition(test, key, values)),
    ),
    '  }',
  ]);
  return [
    '',
    `data "aws_iam_policy_document" "${label}" {`,
    ...blocks.flatMap((block, index) => (index === 0 ? block : ['', ...block])),
    '}',
    '',
    `resource "aws_iam_role_policy" "${label}" {`,
    `  name   = ${text(`ecs-${use}`)}`,
    `  role   = aws_iam_role.${label}.id`,
    `  policy = data.aws_iam_policy_document.${label}.json`,
    '}',
  ];
}

function condition(test: string, variable: string, values: readonly string[]): string[] {
  return [
    '',
    '    condition {',
    `      test     = ${text(test)}`,
    `      variable = ${text(variable)}`,
    `      values   = ${list(values)}`,
    '    }',
  ];
}

function list(values: readonly string[]): string {
  if (values.length === 1) return `[${text(values[0] ?? '')}]`;
  return `[\n${values.map((value) => `      ${text(value)},\n`).join('')}    ]`;
}

/** Terraform evaluates `${…}` and `%{…}` within texts. */
function text(value: string): string {
  return JSON.stringify(value).replace(/[$%](?=\{)/g, '$&$&');
}
