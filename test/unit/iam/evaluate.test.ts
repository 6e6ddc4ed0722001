import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { requestContext } from '../../../src/iam/policy/context.ts';
import { evaluate } from '../../../src/iam/policy/evaluate.ts';
import { managedPolicy } from '../../../src/iam/policy/managedPolicies.ts';
import { parsePolicy, type Policy } from '../../../src/iam/policy/policyDocument.ts';
import { documentsOf, judgedPolicies } from './judgedPolicies.ts';

const policy = (...statements: object[]): Policy =>
  parsePolicy('inline', JSON.stringify({ Version: '2012-10-17', Statement: statements }));

describe('what policies allow', () => {
  for (const judged of judgedPolicies) {
    it(judged.title, () => {
      const identity = documentsOf(judged).map((document, index) => parsePolicy(`p${index}`, JSON.stringify(document)));
      const boundary = judged.boundary && policy(...judged.boundary);
      for (const { action, resource, context = {}, answer } of judged.asked) {
        const request = { action, resource, context: requestContext(context, 'absent') };
        assert.equal(evaluate({ identity, boundary }, request).verdict, answer, `${action} ${resource}`);
      }
    });
  }

  const ask = (identity: Policy[], context: Record<string, string | string[]> = {}) =>
    evaluate(
      { identity },
      { action: 's3:GetObject', resource: 'arn:aws:s3:::files/a', context: requestContext(context, 'unknown') },
    );
  const allowed = { Effect: 'Allow', Action: 's3:*', Resource: '*' };

  it('are not told from a condition on something that nobody knows, whose name is said', () => {
    const inVpc = { StringEquals: { 'aws:SourceVpc': 'vpc-1' } };
    assert.deepEqual(ask([policy({ Sid: 'InVpc', ...allowed, Condition: inVpc })]), {
      verdict: 'unknown',
      by: { policy: 'inline', sid: 'InVpc' },
      from: 'identity',
      open: ['aws:SourceVpc'],
    });
    assert.equal(ask([policy(allowed, { ...allowed, Effect: 'Deny', Condition: inVpc })]).verdict, 'unknown');
    assert.equal(ask([policy(allowed, { ...allowed, Condition: inVpc })]).verdict, 'allowed');
    // Where nothing could allow it, nothing hangs on the condition of a deny.
    assert.equal(ask([policy({ ...allowed, Effect: 'Deny', Condition: inVpc })]).verdict, 'implicitDeny');
    assert.equal(
      ask(
        [
          policy({
            ...allowed,
            Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1', 'aws:RequestedRegion': 'us-east-1' } },
          }),
        ],
        { 'aws:RequestedRegion': 'eu-west-1' },
      ).verdict,
      'implicitDeny',
    );
  });

  it('are not told from an operator that is not known', () => {
    assert.equal(
      ask([policy({ ...allowed, Condition: { StringSounds: { 'aws:x': 'a' } } })], { 'aws:x': 'a' }).verdict,
      'unknown',
    );
  });

  it('are not told where a wildcard would have to reach over parts of an ARN', () => {
    const request = (Resource: string) =>
      evaluate(
        { identity: [policy({ Effect: 'Allow', Action: '*', Resource })] },
        {
          action: 'ssm:GetParameters',
          resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/a',
          context: requestContext({}, 'absent'),
        },
      ).verdict;
    assert.equal(request('arn:aws:ssm:*:parameter/a'), 'unknown');
    assert.equal(request('arn:aws:ssm'), 'allowed');
    assert.equal(request('arn:aws:sqs'), 'implicitDeny');
  });

  it('have to be allowed at each level of the organization that is given', () => {
    const request = { action: 'logs:PutLogEvents', resource: '*', context: requestContext({}, 'absent') };
    const levels = (...statements: object[]) => [
      [policy({ Effect: 'Allow', Action: '*', Resource: '*' })],
      [policy(...statements)],
    ];
    const identity = [policy({ Effect: 'Allow', Action: '*', Resource: '*' })];
    assert.equal(
      evaluate({ identity, organization: levels({ Effect: 'Allow', Action: 'logs:*', Resource: '*' }) }, request)
        .verdict,
      'allowed',
    );
    assert.deepEqual(
      evaluate({ identity, organization: levels({ Effect: 'Allow', Action: 's3:*', Resource: '*' }) }, request),
      {
        verdict: 'implicitDeny',
        from: 'organization',
        open: [],
      },
    );
  });

  it('are known of AWS’s own policy for execution roles, in every partition: no secrets, parameters, keys, files or groups', () => {
    for (const partition of ['aws', 'aws-cn', 'aws-us-gov']) {
      const known = managedPolicy(`arn:${partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy`);
      assert.ok(known);
      const verdict = (action: string) =>
        evaluate(
          { identity: [known] },
          { action, resource: `arn:${partition}:x:::y`, context: requestContext({}, 'unknown') },
        ).verdict;
      for (const action of [
        'ecr:GetAuthorizationToken',
        'ecr:BatchGetImage',
        'logs:CreateLogStream',
        'logs:PutLogEvents',
      ])
        assert.equal(verdict(action), 'allowed', action);
      for (const action of [
        'secretsmanager:GetSecretValue',
        'ssm:GetParameters',
        'kms:Decrypt',
        's3:GetObject',
        'logs:CreateLogGroup',
      ])
        assert.equal(verdict(action), 'implicitDeny', action);
    }
    assert.equal(managedPolicy('arn:aws:iam::111122223333:policy/AmazonECSTaskExecutionRolePolicy'), undefined);
  });
});
