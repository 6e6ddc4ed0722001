import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { load } from 'js-yaml';
import { permissionsPolicy, trustPolicy } from '../../../src/iam/documents/roleDocument.ts';
import { writeRole } from '../../../src/iam/documents/writeRole.ts';
import type { Need } from '../../../src/iam/needs/need.ts';
import { type RolePermissions, rolePermissions } from '../../../src/iam/needs/rolePermissions.ts';
import { requestContext } from '../../../src/iam/policy/context.ts';
import { evaluate } from '../../../src/iam/policy/evaluate.ts';
import { parsePolicy } from '../../../src/iam/policy/policyDocument.ts';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { readTask } from '../../../src/taskdef/document/task.ts';
import { ownFiles } from '../taskdef/corpus/ownFiles.ts';
import { realFiles } from '../taskdef/realFiles/realFiles.ts';
import { account, region } from './needOf.ts';
import { type HclBlock, parseHcl } from './hcl.ts';

interface Judged {
  path: string;
  text: string;
  role: RolePermissions;
}

const files = [...ownFiles.map(({ path, text }) => ({ path, text })), ...realFiles];
const homes = [{ account, region }, {}];
const roles: Judged[] = files.flatMap(({ path, text }) =>
  homes.flatMap((home) => {
    const task = readTask(parseDocument(text, { path }), { home });
    return [
      rolePermissions(task, 'execution'),
      rolePermissions(task, 'task'),
      rolePermissions(task, 'task', { exec: { logGroup: '/exec', bucket: 'audit' } }),
    ].map((role) => ({ path, text, role }));
  }),
);

/** The first action that is needed and not allowed by a role's statements, those alone that `keeps` names. */
function uncovered(
  { needs, ...role }: RolePermissions,
  keeps: (index: number) => boolean = () => true,
  concerns: (action: string) => boolean = () => true,
): string | undefined {
  const { statements, ...rest } = parsePolicy('written', JSON.stringify(permissionsPolicy({ needs, ...role })));
  const policy = { ...rest, statements: statements.filter((_, index) => keeps(index)) };
  for (const need of needs) {
    const context = requestContext(contextOf(need), 'absent');
    const isDenied = (action: string): boolean =>
      concerns(action) &&
      evaluate({ identity: [policy] }, { action, resource: filledIn(need.resource), context }).verdict !== 'allowed';
    const denied = need.actions.find(isDenied);
    if (denied !== undefined) return denied;
  }
  return undefined;
}

function filledIn(text: string): string {
  return text.replaceAll('??????', 'AbCdEf').replaceAll(/(?<=.)\*/g, 'some');
}

function contextOf({ condition = {} }: Need): Record<string, string> {
  const entries = Object.values(condition).flatMap((keys) => Object.entries(keys));
  return Object.fromEntries(entries.map(([key, [value = '']]) => [key, filledIn(value)]));
}

describe('what the roles of real and of our own files need', () => {
  it('is found in many of them', () => {
    assert.ok(roles.filter(({ role }) => role.statements.length > 0).length > files.length / 2);
    assert.ok(new Set(roles.flatMap(({ role }) => role.statements.map(({ purpose }) => purpose))).size > 8);
  });

  it('is allowed as a whole, and without any one statement no more', () => {
    for (const { path, role } of roles) {
      assert.equal(uncovered(role), undefined, path);
      for (const [without, { sid, actions }] of role.statements.entries()) {
        const missed = uncovered(
          role,
          (index) => index !== without,
          (action) => actions.includes(action),
        );
        assert.ok(missed !== undefined, `${path}: nothing needs ${sid}`);
      }
    }
  });

  it('has a reason in the file for every statement', () => {
    for (const { path, text, role } of roles) {
      for (const { reasons, sid } of role.statements) {
        assert.ok(reasons.length > 0, `${path}: ${sid}`);
        for (const { at, text: reason } of reasons) {
          assert.notEqual(reason, '');
          assert.ok(at.length > 0 && at.offset + at.length <= text.length, `${path}: ${sid}`);
        }
      }
    }
  });

  it('grants all resources only to actions that know none, or where a template names them', () => {
    const withoutResources =
      /^(?:ecr:GetAuthorizationToken|fsx:Describe\w+|xray:\w+|cloudwatch:PutMetricData|ssmmessages:\w+|logs:DescribeLogGroups)$/;
    const wide = roles.flatMap(({ role }) =>
      role.statements
        .filter(({ resources }) => resources.includes('*'))
        .flatMap(({ actions }) => actions.filter((action) => !withoutResources.test(action))),
    );
    assert.deepEqual(wide, []);
  });

  it('says the same in JSON, CloudFormation and Terraform', () => {
    for (const { path, role } of roles) {
      const policy = permissionsPolicy(role);
      assert.deepEqual(JSON.parse(writeRole(role, 'json', 'lantern')), policy);
      assert.deepEqual(
        fromCloudFormation(writeRole(role, 'cloudFormation', 'lantern')),
        [trustPolicy(role), policy.Statement],
        path,
      );
      assert.deepEqual(fromTerraform(writeRole(role, 'terraform', 'lantern')), triples(policy.Statement), path);
    }
  });
});

function fromCloudFormation(text: string): unknown[] {
  const { Resources: resources } = load(text) as {
    Resources: Record<string, { Type: string; Properties: Properties }>;
  };
  const [role] = Object.values(resources);
  assert.equal(role?.Type, 'AWS::IAM::Role');
  const { AssumeRolePolicyDocument: trust, Policies: policies = [] } = role.Properties;
  return [trust, policies[0]?.PolicyDocument.Statement ?? []];
}

interface Properties {
  AssumeRolePolicyDocument: object;
  Policies?: { PolicyDocument: { Statement: object[] } }[];
}

/** Sid, actions, resources and conditions of each statement. */
function fromTerraform(text: string): unknown[] {
  const blocks = parseHcl(text);
  const document = blocks.find(
    ({ type, labels: [kind, name = ''] }) =>
      type === 'data' && kind === 'aws_iam_policy_document' && !name.endsWith('_trust'),
  );
  return (document?.blocks ?? []).map(({ attributes: { sid, actions, resources }, blocks: conditions }) => [
    sid,
    actions,
    resources,
    conditions.map(({ attributes: { test, variable, values } }: HclBlock) => [test, variable, values]),
  ]);
}

function triples(statements: readonly object[]): unknown[] {
  return (
    statements as {
      Sid: string;
      Action: string[];
      Resource: string[];
      Condition?: Record<string, Record<string, string>>;
    }[]
  ).map(({ Sid, Action, Resource, Condition = {} }) => [
    Sid,
    Action,
    Resource,
    Object.entries(Condition).flatMap(([test, keys]) =>
      Object.entries(keys).map(([key, value]) => [test, key, [value]]),
    ),
  ]);
}
