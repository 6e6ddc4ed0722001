import { type NameTest, parseNamePattern } from '../../../ecs/text/namePattern.ts';

export type SortOrder = 'name' | 'status' | 'newest';
export type Grouping = 'auto' | 'on' | 'off';

/** What a person has chosen to see; kept per workspace. */
export interface TreeChoices {
  /** As typed; empty for all. */
  filter: string;
  troubledOnly: boolean;
  sort: SortOrder;
  grouping: Grouping;
  /** ARNs of clusters and services that stand on top. */
  favourites: readonly string[];
}

const initialChoices: TreeChoices = {
  filter: '',
  troubledOnly: false,
  sort: 'name',
  grouping: 'auto',
  favourites: [],
};

const storageKey = 'explorer.choices';

/** What a person last chose to see in this workspace, whose state VS Code keeps. */
export function readChoices(state: { get(key: string): unknown }): TreeChoices {
  return { ...initialChoices, ...(state.get(storageKey) as Partial<TreeChoices> | undefined) };
}

export function keepChoices(
  state: { update(key: string, value: unknown): PromiseLike<void> },
  choices: TreeChoices,
): PromiseLike<void> {
  return state.update(storageKey, choices);
}

/** The choices in the form in which rows ask for them. */
export class TreeOptions {
  #choices: TreeChoices;
  #test: NameTest | undefined;
  #favourites = new Set<string>();

  constructor(choices: Partial<TreeChoices> = {}) {
    this.#choices = initialChoices;
    this.set(choices);
  }

  get choices(): TreeChoices {
    return this.#choices;
  }

  set(choices: Partial<TreeChoices>): void {
    this.#choices = { ...this.#choices, ...choices };
    this.#favourites = new Set(this.#choices.favourites);
    this.#test = this.#choices.filter === '' ? undefined : parseNamePattern(this.#choices.filter);
  }

  /** The filter by name, or undefined when everything is shown. */
  get nameTest(): NameTest | undefined {
    return this.#test;
  }

  /** Whether rows are left out. */
  get isNarrowed(): boolean {
    return this.#test !== undefined || this.#choices.troubledOnly;
  }

  isFavourite(arn: string): boolean {
    return this.#favourites.has(arn);
  }
}
