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
  noun: 'networkInterface' | 'subnet' | 'security group';
  errorCode: string;
  /** What a filter looks at, by its name. */
  filters: Readonly<Record<string, (item: T) => readonly string[]>>;
}

/** What a Describe operation answers: those asked for by id, filtered, page by page where a page size is given. */
export function describe<T>(input: DescribeInput, described: Described<T>): { items: T[]; nextToken?: string } {
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
  const page = takePage(filtered, idOf, described.noun, pageSize(input, ids), input.NextToken);
  if (!page) throw new ServiceError('InvalidNextToken', 'The token is invalid.');
  return page.nextToken === undefined ? { items: page.items } : { items: page.items, nextToken: page.nextToken };
}

function pageSize({ MaxResults = '1000' }: DescribeInput, ids: readonly string[] | undefined): number {
  if (ids) {
    throw new ServiceError(
      'InvalidParameterCombination',
      'The parameter MaxResults cannot be used with the parameter for ids',
    );
  }
  const size = Number(MaxResults);
  if (size >= 5 && size <= 1000) return size;
  const text = `Value ( ${MaxResults} ) for parameter maxResults is invalid. Expecting a value between 5 and 1000.`;
  throw new ServiceError('InvalidParameterValue', text);
}

function passes<T>(
  item: T,
  { Name = '', Value = [] }: NonNullable<DescribeInput['Filter']>[number],
  filters: Described<T>['filters'],
): boolean {
  const look = filters[Name];
  if (!look) throw new ServiceError('InvalidParameterValue', `The filter '${Name}' is invalid`);
  return look(item).some((value) => Value.includes(value));
}
