import * as l10n from '@vscode/l10n';
import type { Connection } from '../../connection/connection.ts';
import { AwsError } from '../../errors.ts';
import { collect } from '../../paging.ts';
import type { InputOf, OutputOf, ReadName, Reads } from '../../sdk/operationTypes.ts';

type Service = 'ec2' | 'elasticloadbalancing';

/** How many requests may be made. */
type Allowance = Record<Service, number>;

/** Of one service or task, and of a whole cluster. */
export const allowances = {
  one: { ec2: 8, elasticloadbalancing: 4 },
  many: { ec2: 14, elasticloadbalancing: 6 },
} as const satisfies Record<string, Allowance>;

/** Reads no more than it may, and says what it could not read instead of failing. */
export class FrugalReads {
  /** Operations of which the answer is missing: not allowed, failed, or one request too many. */
  readonly unread: string[] = [];
  readonly #connection: Connection;
  readonly #left: Allowance;
  readonly #signal: AbortSignal | undefined;

  constructor(connection: Connection, allowance: Allowance, signal?: AbortSignal) {
    this.#connection = connection;
    this.#left = { ...allowance };
    this.#signal = signal;
  }

  /** Whether a request more may be made. */
  may(service: Service): boolean {
    return this.#left[service] > 0;
  }

  /** All pages of a listing; undefined where one of them could not be read, none where what was named is gone. */
  list<S extends Service, N extends ReadName<S>, T>(
    service: S,
    operation: N,
    input: InputOf<Reads[S][N]>,
    itemsOf: (page: OutputOf<Reads[S][N]>) => readonly T[] | undefined,
  ): Promise<T[] | undefined> {
    const all = collect(
      async (token) => {
        const paged = token === undefined ? input : { ...(input as object), ...tokenFor(service, token) };
        const page = await this.#read(service, operation, paged as InputOf<Reads[S][N]>);
        return { page, nextToken: nextOf(page as object) };
      },
      ({ page }) => itemsOf(page),
    );
    return this.#attempt(`${service}:${operation}`, all, []);
  }

  /** One answer; undefined where it could not be read. */
  one<S extends Service, N extends ReadName<S>>(
    service: S,
    operation: N,
    input: InputOf<Reads[S][N]>,
  ): Promise<OutputOf<Reads[S][N]> | undefined> {
    return this.#attempt(`${service}:${operation}`, this.#read(service, operation, input), undefined);
  }

  async #attempt<T>(operation: string, answer: Promise<T>, gone: T | undefined): Promise<T | undefined> {
    try {
      return await answer;
    } catch (error) {
      if (!(error instanceof AwsError) || error.kind === 'aborted') throw error;
      if (error.kind === 'notFound' && gone !== undefined) return gone;
      if (!this.unread.includes(operation)) this.unread.push(operation);
      return undefined;
    }
  }

  async #read<S extends Service, N extends ReadName<S>>(
    service: S,
    operation: N,
    input: InputOf<Reads[S][N]>,
  ): Promise<OutputOf<Reads[S][N]>> {
    if (!this.may(service))
      throw new AwsError('refused', l10n.t('One request more than a look at a network may make.'));
    this.#left[service] -= 1;
    return this.#connection.read(service, operation, input, this.#signal);
  }
}

/** Elastic Load Balancing calls its tokens markers. */
function tokenFor(service: Service, token: string): object {
  return service === 'ec2' ? { NextToken: token } : { Marker: token };
}

function nextOf(page: object): string | undefined {
  const { NextToken, NextMarker } = page as { NextToken?: string; NextMarker?: string };
  return NextToken ?? NextMarker;
}
