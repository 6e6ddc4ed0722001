import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../../src/taskdef/check.ts';
import { complete } from '../../../src/taskdef/completion/complete.ts';
import { applyEdits } from '../../../src/taskdef/document/edits.ts';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { documentLinks } from '../../../src/taskdef/reading/documentLinks.ts';
import { refactorings } from '../../../src/taskdef/refactor/refactorings.ts';
import { regionsOf, sdkPartitions } from '../ecs/sdkPartitions.ts';

/** A Fargate task in a Region, without an execution role. */
function taskIn(region: string, dnsSuffix: string): string {
  return JSON.stringify(
    {
      family: 'shop',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      containerDefinitions: [
        {
          name: 'web',
          image: `123456789012.dkr.ecr.${region}.${dnsSuffix}/web:1`,
          essential: true,
          environment: [{ name: 'TOKEN', value: 'x' }],
          logConfiguration: {
            logDriver: 'awslogs',
            options: { 'awslogs-group': '/ecs/web', 'awslogs-region': region, 'awslogs-stream-prefix': 'web' },
          },
        },
      ],
    },
    undefined,
    2,
  );
}

for (const partition of sdkPartitions) {
  for (const [region] of regionsOf(partition)) {
    const text = taskIn(region, partition.outputs.dnsSuffix);
    const document = parseDocument(text, { kind: 'taskDefinition' });

    test(`what is proposed for a file of ${region} is in its partition`, () => {
      const findings = check(document);
      assert.ok(!findings.some(({ rule }) => rule === 'TD088'), 'a Region that is known');
      const role = findings.flatMap(({ fixes }) => fixes).find(({ edits }) => /executionRole/.test(edits[0]!.text));
      assert.ok(role);
      const wanted = `arn:${partition.id}:iam::123456789012:role/ecsTaskExecutionRole`;
      assert.ok(applyEdits(text, role.edits).includes(`"executionRoleArn": "${wanted}"`));
      const offset = text.indexOf('"TOKEN"');
      const secret = refactorings(document, { offset, length: 0 }).find(({ kind }) => kind === 'extract');
      assert.ok(secret);
      const secretText = applyEdits(text, secret.edits);
      assert.ok(secretText.includes(`"arn:${partition.id}:ssm:${region}:123456789012:parameter/shop/TOKEN"`));
      assert.ok(secretText.includes(`"${wanted}"`));
      const at = text.indexOf('"containerDefinitions"');
      const proposed = complete(document, at).find(({ label }) => label === 'taskRoleArn');
      assert.ok(proposed?.edit.text.includes(`arn:${partition.id}:iam::123456789012:role/my-task-role`));
    });

    test(`links of a file of ${region} lead to its own console or nowhere`, () => {
      const hosts = documentLinks(document).map(({ target }) => new URL(target).host);
      assert.equal(hosts.length, partition.id.startsWith('aws-iso') ? 0 : 2);
      for (const host of hosts) assert.equal(host.endsWith('console.aws.amazon.com'), partition.id === 'aws');
    });
  }
}

test('a role without a Region has the partition that the file speaks of', () => {
  const text = taskIn('<REGION>', 'amazonaws.com').replace(
    '"family"',
    '"taskRoleArn": "arn:aws-cn:iam::123456789012:role/shop",\n  "family"',
  );
  const fixes = check(parseDocument(text, { kind: 'taskDefinition' })).flatMap(({ fixes }) => fixes);
  const role = fixes.find(({ edits }) => /executionRole/.test(edits[0]!.text));
  assert.match(role?.edits[0]?.text ?? '', /arn:aws-cn:iam::123456789012:role\/ecsTaskExecutionRole/);
});
