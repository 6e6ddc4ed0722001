import { takePage, type PageRequest } from '../../limits/pageTokens.ts';
import { invalidParameter, invalidToken } from '../errors.ts';

/** A page of ARNs, sorted; sizes beyond 1 to 100 are refused. */
export function pageOfArns(
  arns: readonly string[],
  purpose: string,
  request: PageRequest,
  defaultSize = 100,
  compare?: (a: string, b: string) => number,
): { items: string[]; nextToken: string | undefined } {
  const { maxResults } = request;
  if (maxResults !== undefined && (maxResults < 1 || maxResults > 100)) {
    throw invalidParameter('maxResults should be between 1 and 100.');
  }
  const sorted = [...arns].sort(compare);
  const page = takePage(sorted, (arn) => arn, purpose, maxResults ?? defaultSize, request.nextToken, compare);
  if (!page) throw invalidToken();
  return page;
}
