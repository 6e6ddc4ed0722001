import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../../src/taskdef/check.ts';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { applyEdits } from '../../../src/taskdef/document/edits.ts';
import { refactorings } from '../../../src/taskdef/refactor/refactorings.ts';
import { container, ec2, fargate, fargateContainer } from '../../../src/taskdef/rule/examples/exampleFiles.ts';

/** What a refactoring makes of a file with the cursor at a text of it. */
function apply(file: object, at: string, title: RegExp): unknown {
  const document = parseDocument(JSON.stringify(file, undefined, 2), { path: 'opened.json' });
  const offset = document.text.indexOf(at);
  assert.ok(offset >= 0, at);
  const found = refactorings(document, { offset, length: 0 });
  const chosen = found.find((one) => title.test(one.title));
  if (!chosen) return undefined;
  const after = parseDocument(applyEdits(document.text, chosen.edits), { path: 'opened.json' });
  assert.deepEqual(after.errors, [], after.text);
  const before = new Set(check(document).map(({ rule, message }) => rule + message));
  const added = check(after).filter(
    ({ severity, rule, message }) => severity === 'error' && !before.has(rule + message),
  );
  assert.deepEqual(
    added.map(({ message }) => message),
    [],
  );
  return JSON.parse(after.text);
}

interface Made {
  containerDefinitions: {
    name: string;
    environment?: object[];
    secrets?: { name: string; valueFrom: string }[];
    logConfiguration?: { logDriver: string };
  }[];
  executionRoleArn?: string;
}

const environment = (...names: string[]): object[] => names.map((name) => ({ name, value: `value of ${name}` }));

for (const [about, changes] of Object.entries({
  'the only variable': { environment: environment('B') },
  'one of several': { environment: environment('A', 'B', 'C') },
  'beside secrets': {
    environment: environment('A', 'B'),
    secrets: [{ name: 'X', valueFrom: 'arn:aws:ssm:eu-west-1:123456789012:parameter/X' }],
  },
  'the only variable, beside secrets': {
    environment: environment('B'),
    secrets: [{ name: 'X', valueFrom: 'arn:aws:ssm:eu-west-1:123456789012:parameter/X' }],
  },
})) {
  test(`a variable becomes a secret: ${about}`, () => {
    const made = apply(fargateContainer(changes), '"value of B"', /from a parameter/) as Made;
    const [first] = made.containerDefinitions;
    assert.ok(!JSON.stringify(first).includes('value of B'));
    assert.equal(first?.secrets?.at(-1)?.name, 'B');
    assert.match(first?.secrets?.at(-1)?.valueFrom ?? '', /^arn:aws:ssm:eu-\w+-1:123456789012:parameter\/shop\/B$/);
  });
}

test('what a refactoring needs comes with it: a role for secrets, no memory that is not there', () => {
  const secret = apply(
    fargateContainer({ environment: environment('B') }, { executionRoleArn: undefined }),
    '"B"',
    /parameter/,
  );
  assert.match((secret as Made).executionRoleArn ?? '', /role\/ecsTaskExecutionRole$/);
  const routed = apply(fargateContainer({ memory: 512 }), '"web"', /FireLens/) as Made;
  assert.equal(routed.containerDefinitions.length, 2);
});

test('a container without logs gets them, and the role that they need', () => {
  const made = apply(
    fargate({ executionRoleArn: undefined, containerDefinitions: [{ ...container, logConfiguration: undefined }] }),
    '"web"',
    /CloudWatch, with an execution role/,
  ) as Made;
  assert.equal(made.containerDefinitions[0]?.logConfiguration?.logDriver, 'awslogs');
  assert.match(made.executionRoleArn ?? '', /role\/ecsTaskExecutionRole$/);
});

test('logs can be sent through a sidecar, once', () => {
  for (const file of [fargate(), ec2()]) {
    const made = apply(file, '"web"', /FireLens/) as Made;
    assert.deepEqual(
      made.containerDefinitions.map(({ logConfiguration }) => logConfiguration?.logDriver),
      ['awsfirelens', 'awslogs'],
    );
    assert.equal(apply(made, '"web"', /FireLens/), undefined);
  }
});

test('a list of containers can be wrapped, describe output unwrapped', () => {
  const wrapped = apply([{ ...container, memory: 128 }], '"web"', /Wrap/) as Made;
  assert.deepEqual(wrapped.containerDefinitions, [{ ...container, memory: 128 }]);
  const unwrapped = apply({ taskDefinition: fargate() }, '"web"', /Unwrap/);
  assert.deepEqual(unwrapped, fargate());
});

test('a file that is not ours, or half-typed, offers nothing and throws nothing', () => {
  const { text } = parseDocument(JSON.stringify(fargateContainer({ environment: environment('A') }), undefined, 2));
  for (let end = 0; end < text.length; end += 3) {
    const cut = parseDocument(text.slice(0, end), { kind: 'taskDefinition' });
    assert.doesNotThrow(() => refactorings(cut, { offset: Math.max(0, end - 2), length: 0 }));
  }
  assert.deepEqual(refactorings(parseDocument('{}', { kind: 'other' }), { offset: 0, length: 0 }), []);
});
