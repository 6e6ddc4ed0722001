import type { RegisterTaskDefinitionRequest, Tag, TaskDefinition } from '@aws-sdk/client-ecs';
import type { RegionState } from '../../regionState.ts';
import { normaliseTaskDefinition } from './normalise.ts';

/** A registered revision; `data.status` is ACTIVE, INACTIVE or DELETE_IN_PROGRESS. */
export interface Revision {
  data: TaskDefinition & { family: string; revision: number; taskDefinitionArn: string };
  tags: Tag[];
}

interface Family {
  name: string;
  next: number;
  revisions: Map<number, Revision>;
}

export interface Registrar {
  registeredAt: Date;
  registeredBy: string;
}

/** Families and their revisions. Numbers are never given twice, not even after a deletion. */
export class TaskDefinitionStore {
  readonly families = new Map<string, Family>();
  readonly #region: RegionState;

  constructor(region: RegionState) {
    this.#region = region;
  }

  /** Registers without asking questions; the operation validates first. */
  register(input: RegisterTaskDefinitionRequest, registrar: Registrar): Revision {
    const name = input.family ?? '';
    const family = this.families.get(name) ?? { name, next: 1, revisions: new Map<number, Revision>() };
    this.families.set(name, family);
    const number = family.next++;
    const revision: Revision = {
      data: {
        ...normaliseTaskDefinition(input),
        family: name,
        revision: number,
        taskDefinitionArn: this.#region.arn('ecs', `task-definition/${name}:${number}`),
        status: 'ACTIVE',
        ...registrar,
      },
      tags: input.tags ?? [],
    };
    family.revisions.set(number, revision);
    return revision;
  }

  /** By `family` (its newest ACTIVE revision), `family:revision` or ARN. */
  find(reference: string): Revision | undefined {
    const name = this.#localName(reference);
    if (name === undefined) return undefined;
    const [family = '', number] = name.split(':');
    if (number === undefined) return this.latestActive(family);
    return this.families.get(family)?.revisions.get(Number(number));
  }

  latestActive(family: string): Revision | undefined {
    const active = this.revisions(family).filter((revision) => revision.data.status === 'ACTIVE');
    return active.at(-1);
  }

  /** Of one family, oldest first. */
  revisions(family: string): Revision[] {
    return [...(this.families.get(family)?.revisions.values() ?? [])];
  }

  all(): Revision[] {
    return [...this.families.values()].flatMap((family) => [...family.revisions.values()]);
  }

  #localName(reference: string): string | undefined {
    if (!reference.startsWith('arn:')) return reference;
    const prefix = this.#region.arn('ecs', 'task-definition/');
    return reference.startsWith(prefix) ? reference.slice(prefix.length) : undefined;
  }
}
