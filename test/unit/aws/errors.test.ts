import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type AwsErrorKind, historyAccess, toAwsError } from '../../../src/aws/errors.ts';

/** An error as the SDK throws it. */
function thrown(name: string, message: string, httpStatusCode: number, more: object = {}): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode }, ...more });
}

const cases: readonly (readonly [AwsErrorKind, Error])[] = [
  ['clockSkew', thrown('SignatureDoesNotMatch', 'Signature expired: 20261125T010000Z is now earlier than …', 403)],
  ['clockSkew', thrown('RequestExpired', 'The request reached the service more than 15 minutes after …', 400)],
  ['invalidCredentials', thrown('SignatureDoesNotMatch', 'The request signature we calculated does not match', 403)],
  ['unsupported', thrown('UnknownOperationException', 'UnknownError', 400)],
  ['unsupported', thrown('InternalFailure', 'API action DescribeDaemon has not been implemented', 501)],
  ['unsupported', thrown('SyntaxError', 'Unexpected token <', 404, { $responseBodyText: '<html>' })],
  ['malformed', thrown('SyntaxError', 'Unexpected token <', 200, { $responseBodyText: '<html>' })],
  ['malformed', thrown('SyntaxError', 'Unexpected token <', 403, { $responseBodyText: '<html>' })],
  ['server', thrown('SyntaxError', 'Unexpected token <', 500, { $responseBodyText: '<html>' })],
  ['server', thrown('UnknownError', 'UnknownError', 503)],
  ['notFound', thrown('ClusterNotFoundException', 'Cluster not found.', 400)],
  ['denied', thrown('AccessDenied', 'User: me is not authorized to perform: sts:AssumeRole on resource: x', 403)],
  ['mfaNeeded', thrown('AccessDenied', 'MultiFactorAuthentication failed with invalid MFA one time pass code.', 403)],
  ['throttled', thrown('RequestLimitExceeded', 'Slow down', 503)],
];

for (const [kind, error] of cases) {
  test(`${error.name} “${error.message.slice(0, 40)}” is ${kind}`, () => assert.equal(toAwsError(error).kind, kind));
}

test('a server that broke down without words is told by its status', () => {
  const html = thrown('SyntaxError', 'Unexpected token <', 500, { $responseBodyText: '<html>' });
  assert.equal(toAwsError(html).message, 'The server answered with status 500 and a text that is not from AWS.');
  assert.match(toAwsError(thrown('UnknownError', 'UnknownError', 503)).message, /status 503/);
  assert.equal(toAwsError(thrown('InternalFailure', 'Oops.', 500)).message, 'Oops.');
});

test('what was refused is named as IAM names it, not as the operation is called', () => {
  // The answer to a HEAD request has no body, so the operation is all that is known.
  assert.equal(toAwsError(thrown('403', 'UnknownError', 403), 's3:HeadObject').permission, 's3:GetObject');
  assert.equal(toAwsError(thrown('AccessDenied', 'No.', 403), 'ecs:ListTasks').permission, 'ecs:ListTasks');
});

test('a history counts as closed for what was said of it, not for what befell the request', () => {
  const access = (...of: Parameters<typeof thrown>) =>
    historyAccess(toAwsError(thrown(...of), 'ecs:ListServiceDeployments'));
  assert.equal(access('AccessDeniedException', 'You may not.', 400), 'none');
  assert.equal(access('UnknownOperationException', 'UnknownError', 400), 'none');
  assert.equal(access('InvalidParameterException', 'What is that?', 400), 'none');
  assert.equal(access('ServiceNotFoundException', 'Service not found.', 400), 'none');
  assert.equal(access('InternalFailure', 'Oops.', 500), 'doubtful');
  assert.equal(access('ThrottlingException', 'Rate exceeded', 400), 'undecided');
  assert.equal(access('ECONNRESET', 'read ECONNRESET', 0), 'undecided');
  assert.equal(access('ExpiredTokenException', 'The token has expired.', 400), 'undecided');
});

test('what people read of an error of ours can be translated', () => {
  const src = join(import.meta.dirname, '../../../src');
  const words = readFileSync(join(src, 'ui/common/errorText.ts'), 'utf8').split(/^  (?=\w+: \()/m);
  const handedOn = words
    .filter((text) => text.includes('error.message'))
    .map((text) => text.slice(0, text.indexOf(':')));
  assert.ok(handedOn.includes('refused') && handedOn.includes('credentialSource'), handedOn.join(' '));
  const literal = new RegExp(`new AwsError\\(\\s*'(?:${handedOn.join('|')})',\\s*['\`]`);
  const wrong = globSync('**/*.ts', { cwd: src }).filter((file) => literal.test(readFileSync(join(src, file), 'utf8')));
  assert.deepEqual(wrong, []);
});
