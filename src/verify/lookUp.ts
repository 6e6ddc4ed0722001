import type { AccountClaim } from '../taskdef/register/accountClaims.ts';
import type { Connection } from '../aws/connection/connection.ts';
import { toAwsError } from '../aws/errors.ts';
import { notChecked, type Verdict, type VerifyContext } from './accountFinding.ts';
import { describeImage } from './describeImage.ts';
import { ask } from './verifyClaims.ts';

/** What the account says to one claim of a file. */
export interface Answer {
  facts: readonly string[];
  verdicts: readonly Verdict[];
  /** Whether everything asked was answered, and all is well: the rest is what people go and repair. */
  lasting: boolean;
}

/**
 * What a value resolves to, with calls that only read and never a secret's value. What could not be found out is left
 * out, but for the name of a permission that is missing. Throws AwsError where it was cancelled or credentials expired.
 */
export async function lookUp(connection: Connection, claim: AccountClaim, signal: AbortSignal): Promise<Answer> {
  const asked = claim.kind === 'image' ? [askImage, ask] : [ask];
  let failed = false;
  const parts = await Promise.all(
    asked.map(async (each) => {
      const facts: string[] = [];
      try {
        return {
          facts,
          verdicts: await each(connection, claim as never, { signal, found: (fact) => facts.push(fact) }),
        };
      } catch (thrown) {
        failed = true;
        const error = toAwsError(thrown);
        const verdict = notChecked(error);
        return { facts, verdicts: error.kind === 'denied' ? [verdict] : [] };
      }
    }),
  );
  const verdicts = parts.flatMap((part) => part.verdicts);
  return { facts: parts.flatMap((part) => part.facts), verdicts, lasting: !failed && verdicts.length === 0 };
}

async function askImage(
  connection: Connection,
  claim: AccountClaim & { kind: 'image' },
  context: VerifyContext,
): Promise<Verdict[]> {
  await describeImage(connection, claim, context);
  return [];
}
