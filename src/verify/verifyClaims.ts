import type { AccountClaim } from '../taskdef/register/accountClaims.ts';
import type { Connection } from '../aws/connection/connection.ts';
import { toAwsError } from '../aws/errors.ts';
import { type AccountFinding, notChecked, type Verdict, type VerifyContext } from './accountFinding.ts';
import { verifyImage } from './verifyImage.ts';
import { verifyRole } from './verifyRole.ts';
import { verifySecret } from './verifySecret.ts';
import { verifyEnvironmentFile, verifyFileSystem, verifyLogGroup } from './verifyStorage.ts';

/** Checks under way at the same time: the account belongs to others, too. */
const atOnce = 6;

/**
 * Holds all claims of a file against the account, with calls that only read. One that fails does not stop the others;
 * what may not be asked is said as such.
 */
export async function verifyClaims(
  connection: Connection,
  claims: readonly AccountClaim[],
  context: VerifyContext,
): Promise<AccountFinding[]> {
  const answers = new Map<string, Promise<Verdict[]>>();
  const findings: AccountFinding[][] = [];
  const queue = claims.entries();
  const work = async (): Promise<void> => {
    for (const [index, claim] of queue) {
      const { at, ...asked } = claim;
      const key = JSON.stringify(asked);
      // The same role or image in two places is one question.
      const answer = answers.get(key) ?? verify(connection, claim, context);
      answers.set(key, answer);
      findings[index] = (await answer).map((verdict) => ({ ...verdict, at }));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return findings.flat();
}

async function verify(connection: Connection, claim: AccountClaim, context: VerifyContext): Promise<Verdict[]> {
  try {
    return await ask(connection, claim, context);
  } catch (error) {
    // An image's configuration is fetched past the SDK, and emulators answer with policies that are no JSON.
    return [notChecked(toAwsError(error))];
  }
}

/** Asks about one claim. Rejects where the question itself fails. */
export function ask(connection: Connection, claim: AccountClaim, context: VerifyContext): Promise<Verdict[]> {
  switch (claim.kind) {
    case 'image':
      return verifyImage(connection, claim, context);
    case 'role':
      return verifyRole(connection, claim, context);
    case 'secret':
      return verifySecret(connection, claim, context);
    case 'logGroup':
      return verifyLogGroup(connection, claim, context);
    case 'fileSystem':
      return verifyFileSystem(connection, claim, context);
    case 'environmentFile':
      return verifyEnvironmentFile(connection, claim, context);
  }
}
