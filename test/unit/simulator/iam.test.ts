import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { IAM } from '@aws-sdk/client-iam';
import * as model from '@aws-sdk/client-iam';
import { operationShapes, shapeOf, type Shape } from '../../simulator/http/shape.ts';
import { ownPoliciesOf } from '../../simulator/iam/policies.ts';
import { rolesOf } from '../../simulator/iam/roles.ts';
import { services } from '../../simulator/services.ts';
import { documentsOf, judgedPolicies } from '../iam/judgedPolicies.ts';
import { openAccount, type OpenAccount, REGION } from './support/openAccount.ts';

interface IamAccount extends OpenAccount {
  iam: IAM;
  /** Operations that were answered, and the texts of their answers. */
  answers: Map<string, string>;
}

async function openIam(t: TestContext): Promise<IamAccount> {
  const account = await openAccount(t);
  const { accessKeyId, secretAccessKey } = account.sim.account.credential;
  const credentials = { accessKeyId, secretAccessKey };
  const iam = new IAM({ region: REGION, endpoint: account.sim.url, credentials, maxAttempts: 1 });
  t.after(() => iam.destroy());
  const answers = new Map<string, string>();
  iam.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const result = await next(args);
        const response = result.response as { statusCode: number; body: AsyncIterable<Buffer> };
        const chunks: Buffer[] = [];
        for await (const chunk of response.body) chunks.push(chunk);
        const text = Buffer.concat(chunks).toString();
        response.body = new Blob([text]).stream() as never;
        if (response.statusCode === 200) answers.set(commandName.replace(/Command$/, ''), text);
        return result;
      },
    { step: 'deserialize', priority: 'low', name: 'keepText' },
  );
  return { ...account, iam, answers };
}

/** Names of the elements of an answer that its shape does not know. */
function unknownElements(operation: string, text: string): string[] {
  const shapes = operationShapes((model as unknown as Record<string, unknown>)[`${operation}$`]);
  assert.ok(shapes, operation);
  const names = new Set<string>(['member', 'entry', 'key', 'value']);
  const visited = new Set<Shape>();
  const visit = (shape: Shape): void => {
    if (visited.has(shape)) return;
    visited.add(shape);
    if (shape.kind === 'list' || shape.kind === 'map') visit(shapeOf(shape.member));
    if (shape.kind !== 'structure') return;
    for (const [name, member] of shape.members) {
      names.add(name);
      visit(shapeOf(member));
    }
  };
  visit(shapes.output);
  const frame = new Set([`${operation}Response`, `${operation}Result`, 'ResponseMetadata', 'RequestId']);
  return [...text.matchAll(/<([A-Za-z]\w*)/g)]
    .map(([, name = '']) => name)
    .filter((name) => !names.has(name) && !frame.has(name));
}

const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});
const reading = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'ssm:GetParameters', Resource: '*' }],
});

test('every operation of IAM says what the SDK’s model knows, and nothing else', async (t) => {
  const { iam, sim, answers } = await openIam(t);
  const own = `arn:aws:iam::${sim.account.id}:policy/read`;
  ownPoliciesOf(sim.account).set(own, reading);
  const RoleName = 'lantern-execution';
  const named = { RoleName, PolicyName: 'read' };
  const { Role: made } = await iam.createRole({
    RoleName,
    AssumeRolePolicyDocument: trust,
    Tags: [{ Key: 'team', Value: 'a' }],
  });
  await iam.tagRole({ RoleName, Tags: [{ Key: 'made-by', Value: 'hand' }] });
  await iam.putRolePolicy({ ...named, PolicyDocument: reading });
  await iam.attachRolePolicy({ RoleName, PolicyArn: own });
  const { Role: role } = await iam.getRole({ RoleName });
  assert.equal(role?.Arn, `arn:aws:iam::${sim.account.id}:role/${RoleName}`);
  assert.equal(made?.Arn, role?.Arn);
  assert.equal(decodeURIComponent(role?.AssumeRolePolicyDocument ?? ''), trust);
  assert.deepEqual(role?.Tags, [
    { Key: 'team', Value: 'a' },
    { Key: 'made-by', Value: 'hand' },
  ]);
  assert.deepEqual(
    (await iam.listRoles({})).Roles?.map(({ RoleName: name }) => name),
    [RoleName],
  );
  assert.deepEqual((await iam.listRolePolicies({ RoleName })).PolicyNames, ['read']);
  assert.equal(decodeURIComponent((await iam.getRolePolicy(named)).PolicyDocument ?? ''), reading);
  assert.deepEqual((await iam.listAttachedRolePolicies({ RoleName })).AttachedPolicies, [
    { PolicyName: 'read', PolicyArn: own },
  ]);
  const { Policy: policy } = await iam.getPolicy({ PolicyArn: own });
  const version = await iam.getPolicyVersion({ PolicyArn: own, VersionId: policy?.DefaultVersionId });
  assert.equal(decodeURIComponent(version.PolicyVersion?.Document ?? ''), reading);
  await iam.listAccountAliases({});
  await iam.simulatePrincipalPolicy({
    PolicySourceArn: role?.Arn,
    ActionNames: ['ssm:GetParameters'],
    ResourceArns: [`arn:aws:ssm:${REGION}:${sim.account.id}:parameter/a`],
  });
  await iam.detachRolePolicy({ RoleName, PolicyArn: own });
  await iam.deleteRolePolicy(named);
  await iam.deleteRole({ RoleName });
  const offered = services.find(({ name }) => name === 'iam');
  assert.deepEqual([...answers.keys()].sort(), Object.keys(offered?.operations ?? {}).sort());
  for (const [operation, text] of answers) assert.deepEqual(unknownElements(operation, text), [], operation);
});

test('IAM refuses what AWS refuses, in its words', async (t) => {
  const { iam, sim } = await openIam(t);
  const RoleName = 'lantern-execution';
  const make = () => iam.createRole({ RoleName, AssumeRolePolicyDocument: trust });
  await make();
  await assert.rejects(make, {
    name: 'EntityAlreadyExistsException',
    message: `Role with name ${RoleName} already exists.`,
  });
  await assert.rejects(iam.getRole({ RoleName: 'none' }), {
    name: 'NoSuchEntityException',
    message: 'The role with name none cannot be found.',
  });
  await assert.rejects(iam.getRolePolicy({ RoleName, PolicyName: 'none' }), { name: 'NoSuchEntityException' });
  await assert.rejects(iam.attachRolePolicy({ RoleName, PolicyArn: 'arn:aws:iam::aws:policy/None' }), {
    name: 'NoSuchEntityException',
  });
  await assert.rejects(iam.putRolePolicy({ RoleName, PolicyName: 'a', PolicyDocument: '{' }), {
    name: 'MalformedPolicyDocumentException',
  });
  await iam.putRolePolicy({ RoleName, PolicyName: 'a', PolicyDocument: reading });
  await assert.rejects(iam.deleteRole({ RoleName }), { name: 'DeleteConflictException' });
  const PolicySourceArn = `arn:aws:iam::${sim.account.id}:role/${RoleName}`;
  await assert.rejects(
    iam.simulatePrincipalPolicy({ PolicySourceArn, ActionNames: ['s3:GetObject', 's3:GetBucketLocation'] }),
    { name: 'InvalidInputException' },
  );
});

test('IAM’s simulator answers in the order of AWS’s evaluation', async (t) => {
  const { iam, sim } = await openIam(t);
  for (const [index, judged] of judgedPolicies.entries()) {
    const boundary = `arn:aws:iam::${sim.account.id}:policy/boundary-${index}`;
    if (judged.boundary)
      ownPoliciesOf(sim.account).set(boundary, JSON.stringify({ Version: '2012-10-17', Statement: judged.boundary }));
    const inline = Object.fromEntries(documentsOf(judged).map((document, at) => [`p${at}`, document]));
    const role = rolesOf(sim.account).add(`role-${index}`, {
      trusts: 'ecs-tasks.amazonaws.com',
      inline,
      ...(judged.boundary ? { boundary } : {}),
    });
    for (const { action, resource, context = {}, answer } of judged.asked) {
      const { EvaluationResults: [result] = [] } = await iam.simulatePrincipalPolicy({
        PolicySourceArn: `arn:aws:iam::${sim.account.id}:role/${role.name}`,
        ActionNames: [action],
        ResourceArns: [resource],
        ContextEntries: Object.entries(context).map(([ContextKeyName, value]) => ({
          ContextKeyName,
          ContextKeyType: Array.isArray(value) ? 'stringList' : 'string',
          ContextKeyValues: [value].flat(),
        })),
      });
      assert.equal(result?.EvalDecision, answer, `${judged.title}: ${action} ${resource}`);
    }
  }
});

test('IAM’s simulator names the keys that a policy asks for and nobody gave', async (t) => {
  const { iam, sim } = await openIam(t);
  const Condition = { StringEquals: { 'aws:SourceVpc': 'vpc-1' } };
  const Statement = [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Condition }];
  rolesOf(sim.account).add('web', {
    trusts: 'ecs-tasks.amazonaws.com',
    inline: { files: { Version: '2012-10-17', Statement } },
  });
  const { EvaluationResults: [result] = [] } = await iam.simulatePrincipalPolicy({
    PolicySourceArn: `arn:aws:iam::${sim.account.id}:role/web`,
    ActionNames: ['s3:GetObject'],
    ResourceArns: ['arn:aws:s3:::files/a', 'arn:aws:s3:::files/b'],
  });
  assert.equal(result?.EvalDecision, 'implicitDeny');
  assert.deepEqual(
    result.ResourceSpecificResults?.map(({ MissingContextValues }) => MissingContextValues),
    [['aws:SourceVpc'], ['aws:SourceVpc']],
  );
});
