import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parsePolicy } from '../../../src/iam/policy/policyDocument.ts';
import { judgeTrust, type Trust } from '../../../src/iam/policy/trust.ts';

const place = { account: '111122223333', region: 'eu-west-1', partition: 'aws' };
const service = (...names: string[]) => ({ Service: names });
const judge = (...statements: object[]): Trust =>
  judgeTrust(
    parsePolicy(
      'trust',
      JSON.stringify({
        Version: '2012-10-17',
        Statement: statements.map((one) => ({ Effect: 'Allow', Action: 'sts:AssumeRole', ...one })),
      }),
    ),
    place,
  );
const tasks = service('ecs-tasks.amazonaws.com');

describe('whether ECS may take a role on', () => {
  it('is told by the service that the role trusts', () => {
    assert.equal(judge({ Principal: tasks }).verdict, 'trusted');
    assert.equal(judge({ Principal: service('ec2.amazonaws.com', 'ecs-tasks.amazonaws.com') }).verdict, 'trusted');
    assert.equal(judge({ Principal: tasks, Action: ['sts:AssumeRole', 'sts:TagSession'] }).verdict, 'trusted');
    assert.equal(judge({ Principal: tasks, Action: 'sts:*' }).verdict, 'trusted');
    for (const Principal of [service('ecs.amazonaws.com'), service('ec2.amazonaws.com'), { AWS: '111122223333' }])
      assert.equal(judge({ Principal }).verdict, 'otherPrincipal');
    assert.equal(judge({ Principal: tasks, Action: 'sts:TagSession' }).verdict, 'otherPrincipal');
  });

  it('hangs on the account and Region of the tasks, where the role says so', () => {
    const withCondition = (Condition: object) => judge({ Principal: tasks, Condition });
    assert.equal(withCondition({ StringEquals: { 'aws:SourceAccount': '111122223333' } }).verdict, 'trusted');
    assert.equal(
      withCondition({ ArnLike: { 'aws:SourceArn': 'arn:aws:ecs:eu-west-1:111122223333:*' } }).verdict,
      'trusted',
    );
    assert.deepEqual(withCondition({ StringEquals: { 'aws:SourceAccount': '999988887777' } }), {
      verdict: 'condition',
      keys: ['aws:SourceAccount'],
    });
    assert.equal(
      withCondition({ ArnLike: { 'aws:SourceArn': 'arn:aws:ecs:us-east-1:111122223333:*' } }).verdict,
      'condition',
    );
  });

  it('is not told where one task or cluster is named, or the condition is on something else', () => {
    const withCondition = (Condition: object) => judge({ Principal: tasks, Condition });
    const one = { ArnEquals: { 'aws:SourceArn': 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop' } };
    assert.equal(withCondition(one).verdict, 'unknown');
    assert.deepEqual(withCondition({ StringEquals: { 'aws:SourceOrgID': 'o-1' } }), {
      verdict: 'unknown',
      keys: ['aws:SourceOrgID'],
    });
  });

  it('is refused by a deny', () => {
    assert.equal(judge({ Principal: tasks }, { Effect: 'Deny', Principal: '*' }).verdict, 'denied');
    assert.equal(
      judge({ Principal: tasks }, { Effect: 'Deny', Principal: service('ec2.amazonaws.com') }).verdict,
      'trusted',
    );
  });
});
