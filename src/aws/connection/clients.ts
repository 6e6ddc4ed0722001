import type { ConnectionSpec } from '../profile/connectionSpec.ts';
import { endpointConfig } from '../profile/endpoints.ts';
import { type ClientConfig, type Credentials, timeouts } from '../sdk/clientConfig.ts';
import { attempts } from './retries.ts';
import type { Operation } from '../sdk/operationKinds.ts';
import { type ServiceName, services } from '../sdk/services.ts';
import { CredentialStore } from '../signIn/credentialStore.ts';
import { type MfaPrompt, refreshCredentials } from '../signIn/refreshCredentials.ts';

/** A client of the SDK with the operations that may be sent through it. */
export interface ServiceClient {
  send(operation: string, input: object, signal?: AbortSignal): Promise<object>;
  /** Milliseconds by which the service's clock is ahead of this machine's, 0 while they differ by less than minutes. */
  readonly clockOffset: number;
  destroy(): void;
}

interface ClientsOptions {
  mfa?: MfaPrompt | undefined;
  store?: CredentialStore | undefined;
  /** Where others keep credentials of the same profile: what they have is taken before anybody is asked. */
  shared?: CredentialStore | undefined;
  /** Called when there are to be other credentials than before: they may be another account's. */
  onRenew?: (() => void) | undefined;
}

/** Makes the SDK clients of one connection, each when first needed. */
export class Clients {
  readonly #spec: ConnectionSpec;
  readonly #clients = new Map<string, Promise<ServiceClient>>();
  readonly #store: CredentialStore;
  readonly #options: ClientsOptions;
  #used: Credentials | undefined;

  constructor(spec: ConnectionSpec, options: ClientsOptions = {}) {
    this.#spec = spec;
    this.#options = options;
    this.#store = options.store ?? new CredentialStore();
  }

  /** A store that begins with the credentials that are used here, and goes its own way from then on. */
  async ownStore(): Promise<CredentialStore> {
    return new CredentialStore([[this.#spec.credentialsId, await this.#credentials()]]);
  }

  /** The client that reads, once it has credentials: whoever is asked for them may take longer than an answer. */
  async reader(service: ServiceName): Promise<ServiceClient> {
    const client = await this.#client(service, 'read');
    await this.#credentials();
    return client;
  }

  /** The client that changes, once it has credentials: other operations, and no retry. */
  async changer(service: ServiceName): Promise<ServiceClient> {
    const client = await this.#client(service, 'change');
    await this.#credentials();
    return client;
  }

  /** Forgets clients and credentials, so that the next request reads the person's files anew. */
  reset(): void {
    for (const client of this.#clients.values()) void client.then((made) => made.destroy()).catch(() => undefined);
    this.#clients.clear();
    this.#store.forget(this.#spec.credentialsId, this.#used);
  }

  #client(service: ServiceName, kind: Operation['kind']): Promise<ServiceClient> {
    const key = `${service} ${kind}`;
    const known = this.#clients.get(key);
    if (known) return known;
    const made = this.#make(service, kind);
    this.#clients.set(key, made);
    made.catch(() => this.#clients.delete(key));
    return made;
  }

  async #make(service: ServiceName, kind: Operation['kind']): Promise<ServiceClient> {
    const { createClient, operations } = await services[service].load();
    const config: ClientConfig = {
      region: this.#spec.region,
      profile: this.#spec.profile,
      // What the SDK was given it keeps, whatever others that share the store have got since.
      credentials: async () => (this.#used = await this.#credentials()),
      maxAttempts: attempts[kind],
      requestHandler: timeouts,
      ...endpointConfig(this.#spec.endpoints[service]),
    };
    return wrap(createClient(config), operations, kind);
  }

  #credentials(): Promise<Credentials> {
    return this.#store.get(this.#spec.credentialsId, () => {
      const { mfa, shared, onRenew } = this.#options;
      onRenew?.();
      const others = shared?.fresh(this.#spec.credentialsId);
      return others && others !== this.#used ? Promise.resolve(others) : refreshCredentials(this.#spec, mfa);
    });
  }
}

/** What the SDK's clients share; their own `send` is typed per command, which the types in `operationTypes.ts` do for us. */
interface SdkClient {
  send(command: object, options: { abortSignal: AbortSignal | undefined }): Promise<object>;
  /** The SDK corrects its signatures by it. */
  readonly config: { systemClockOffset?: number };
  readonly middlewareStack: { remove(name: string): boolean };
  destroy(): void;
}

/** A client that can send the operations of one kind and no others. */
function wrap(client: object, operations: Readonly<Record<string, Operation>>, kind: Operation['kind']): ServiceClient {
  const sdk = client as SdkClient;
  // It makes a copy of every answer for a log that nobody keeps: a quarter of the time that reading a page takes.
  sdk.middlewareStack.remove('loggerMiddleware');
  return {
    async send(name, input, signal) {
      const operation = operations[name];
      if (operation?.kind !== kind) throw new TypeError(`${name} is not among the operations of this client.`);
      return sdk.send(new operation.command(input as never), { abortSignal: signal });
    },
    get clockOffset() {
      return sdk.config.systemClockOffset ?? 0;
    },
    destroy: () => sdk.destroy(),
  };
}
