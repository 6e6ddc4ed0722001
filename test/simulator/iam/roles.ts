import type { Account } from '../account.ts';

/** A role of an account. */
export interface Role {
  readonly name: string;
  readonly id: string;
  readonly createdAt: Date;
  readonly description: string | undefined;
  /** Policies as JSON texts. */
  trust: string;
  readonly inline: Map<string, string>;
  /** ARNs of managed policies, AWS's and the account's own. */
  readonly attached: Set<string>;
  boundary: string | undefined;
  readonly tags: Map<string, string>;
}

/** What a role is made of; documents as plain objects. */
export interface RoleSpec {
  /** The service that it trusts, or a whole trust policy. */
  trusts: string | object;
  inline?: Readonly<Record<string, object>>;
  /** Names of AWS's policies behind `policy/`, or ARNs. */
  attached?: readonly string[];
  boundary?: string;
  description?: string;
}

/** The roles of an account, by name. */
export class Roles {
  readonly #account: Account;
  readonly #byName = new Map<string, Role>();

  constructor(account: Account) {
    this.#account = account;
  }

  get(name: string): Role | undefined {
    return this.#byName.get(name);
  }

  all(): Role[] {
    return [...this.#byName.values()];
  }

  delete(name: string): void {
    this.#byName.delete(name);
  }

  /** A role that trusts a service and may do all that ECS does to start a task: for whoever is not interested in what it may. */
  set(name: string, principal: string): this {
    this.add(name, { trusts: principal, inline: { 'start-tasks': { Version: '2012-10-17', Statement: startTasks } } });
    return this;
  }

  add(name: string, { trusts, inline = {}, attached = [], boundary, description }: RoleSpec): Role {
    const { world } = this.#account;
    const role: Role = {
      name,
      id: `AROA${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')}`,
      createdAt: world.clock.date(),
      description,
      trust: JSON.stringify(typeof trusts === 'string' ? trustOf(trusts) : trusts),
      inline: new Map(Object.entries(inline).map(([policy, document]) => [policy, JSON.stringify(document)])),
      attached: new Set(
        attached.map((policy) => (policy.startsWith('arn:') ? policy : `arn:aws:iam::aws:policy/${policy}`)),
      ),
      boundary,
      tags: new Map(),
    };
    this.#byName.set(name, role);
    return role;
  }
}

const startTasks = [
  {
    Effect: 'Allow',
    Action: [
      'ecr:*',
      'logs:*',
      'secretsmanager:GetSecretValue',
      'ssm:GetParameters',
      's3:GetObject',
      's3:GetBucketLocation',
      'kms:Decrypt',
    ],
    Resource: '*',
  },
];

function trustOf(service: string): object {
  return {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
  };
}

const stores = new WeakMap<Account, Roles>();

/** The roles of an account. */
export function rolesOf(account: Account): Roles {
  const found = stores.get(account) ?? new Roles(account);
  stores.set(account, found);
  return found;
}
