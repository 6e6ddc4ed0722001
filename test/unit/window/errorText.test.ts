import '../../support/useVscodeStandIn.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AwsError, type AwsErrorKind, isCredentialProblem } from '../../../src/aws/errors.ts';

const { describeAwsError } = await import('../../../src/ui/common/errorText.ts');
const { shortErrorText } = await import('../../../src/ui/common/reportError.ts');

/** Kinds that keep a connection from being used at all. */
const ofConnections: readonly AwsErrorKind[] = [
  'badConfig',
  'badEndpoint',
  'badProfile',
  'badRegion',
  'credentialSource',
  'expired',
  'invalidCredentials',
  'mfaNeeded',
  'noCredentials',
  'noRegion',
  'notConfigured',
];

test('what keeps a connection from being used is said in few words beside its name', () => {
  const said = ofConnections.map((kind) => shortErrorText(kind));
  assert.equal(new Set(said).size, ofConnections.length);
  for (const words of said) assert.match(words, /^[A-Z][^“”{}:]{10,60}\.$/);
});

test('what is said of a problem of credentials always leads somewhere', () => {
  for (const kind of ofConnections.filter((one) => isCredentialProblem(new AwsError(one, '')))) {
    const { message, wayOut } = describeAwsError(new AwsError(kind, 'Why.', { code: 'dev' }), { profile: 'dev' });
    assert.ok(message.length > 0 && wayOut !== undefined, kind);
  }
});
