import { matchesGlob } from '../globs.ts';
import { ServiceError } from '../http/serviceError.ts';
import { byText, takePage } from '../limits/pageTokens.ts';

/** The members that EC2's Describe operations have in common, as they come over the wire. */
export interface DescribeInput {
  Filter?: { Name?: string; Value?: string[] }[];
  MaxResults?: string;
  NextToken?: string;
}

export interface Described<T> {
  items: readonly T[];
  idOf: (item: T) => string;
  /** Ids that were asked for, and the word in the error about one that is not there. */
  ids: readonly string[] | undefined;
  noun: string;
  errorCode: string;
  /** What a filter looks at, by its name. */
  filters: Readonly<Record<string, (item: T) => readonly (string | undefined)[]>>;
  /** Bounds of a page where they are not from 5 to 1000. */
  page?: { least: number; most: number };
}

/** What a Describe operation answers: those asked for by id, filtered, page by page where a page size is given. */
export function describe<T>(input: DescribeInput, described: Described<T>): { items: T[]; NextToken?: string } {
  const { ids, idOf } = described;
  const missing = ids?.find((id) => !described.items.some((item) => idOf(item) === id));
  if (missing !== undefined) {
    throw new ServiceError(described.errorCode, `The ${described.noun} ID '${missing}' does not exist`);
  }
  const filtered = described.items
    .filter((item) => !ids || ids.includes(idOf(item)))
    .filter((item) => (input.Filter ?? []).every((filter) => passes(item, filter, described.filters)))
    .sort((a, b) => byText(idOf(a), idOf(b)));
  if (input.MaxResults === undefined && input.NextToken === undefined) return { items: filtered };
  const page = takePage(filtered, idOf, described.noun, pageSize(input, described), input.NextToken);
  if (!page) throw new ServiceError('InvalidNextToken', 'The token is invalid.');
  return page.nextToken === undefined ? { items: page.items } : { items: page.items, NextToken: page.nextToken };
}

function pageSize<T>({ MaxResults }: DescribeInput, { ids, page }: Described<T>): number {
  if (ids) {
    throw new ServiceError(
      'InvalidParameterCombination',
      'The parameter MaxResults cannot be used with the parameter for ids',
    );
  }
  const { least, most } = page ?? { least: 5, most: 1000 };
  const size = Number(MaxResults ?? most);
  if (size >= least && size <= most) return size;
  const text = `Value ( ${MaxResults} ) for parameter maxResults is invalid. Expecting a value between ${least} and ${most}.`;
  throw new ServiceError('InvalidParameterValue', text);
}

/** Values of a filter may hold `*` and `?`. */
function passes<T>(
  item: T,
  { Name = '', Value = [] }: NonNullable<DescribeInput['Filter']>[number],
  filters: Described<T>['filters'],
): boolean {
  const look = filters[Name];
  if (!look) throw new ServiceError('InvalidParameterValue', `The filter '${Name}' is invalid`);
  if (Value.length > 200) throw new ServiceError('FilterLimitExceeded', 'The maximum number of filter values is 200');
  return look(item).some((value) => value !== undefined && Value.some((wanted) => matchesGlob(wanted, value)));
}
