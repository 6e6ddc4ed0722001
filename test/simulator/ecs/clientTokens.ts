import { isDeepStrictEqual } from 'node:util';

interface Use {
  input: object;
  answer: object;
}

export type TokenVerdict = { kind: 'new' } | { kind: 'same'; answer: object } | { kind: 'conflict'; answer: object };

/** Remembers what was asked with which client token, so that a repeated request changes nothing. */
export class ClientTokens {
  readonly #uses = new Map<string, Use>();

  check(operation: string, token: string | undefined, input: object): TokenVerdict {
    const use = token === undefined ? undefined : this.#uses.get(`${operation} ${token}`);
    if (!use) return { kind: 'new' };
    return isDeepStrictEqual(use.input, input)
      ? { kind: 'same', answer: use.answer }
      : { kind: 'conflict', answer: use.answer };
  }

  remember(operation: string, token: string | undefined, input: object, answer: object): void {
    if (token !== undefined) this.#uses.set(`${operation} ${token}`, { input, answer });
  }
}
