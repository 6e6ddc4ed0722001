import type { Service, ServiceDeployment } from '@aws-sdk/client-ecs';
import { recordOf } from '../ecs/deploymentRecord.ts';
import type { Connection } from './connection.ts';
import { AwsError } from './errors.ts';
import { fetchServiceDeploymentBriefs, fetchServiceDeployments } from './serviceDeployments.ts';

/** The service and the deployment that is meant, by its id in the service. */
export interface RecordQuery {
  cluster: string;
  service: string;
  deploymentId: string;
}

/** Reads the history's entry of one deployment, look after look. Roles that may not read the history do without. */
export class DeploymentRecord {
  readonly #connection: Connection;
  readonly #query: RecordQuery;
  #arn: string | undefined;
  #createdAt: Date | undefined;
  #readable = true;

  constructor(connection: Connection, query: RecordQuery, known: { arn?: string; createdAt?: Date } = {}) {
    this.#connection = connection;
    this.#query = query;
    this.#arn = known.arn;
    this.#createdAt = known.createdAt;
  }

  /** ARN of the entry, once it was found. */
  get arn(): string | undefined {
    return this.#arn;
  }

  /** The entry as it is now; undefined while there is none, or where it may not be read. */
  async fetch(service: Service | undefined, signal?: AbortSignal): Promise<ServiceDeployment | undefined> {
    const own = service?.deployments?.find(({ id }) => id === this.#query.deploymentId);
    this.#createdAt ??= own?.createdAt;
    if (!this.#readable) return undefined;
    try {
      this.#arn ??= await this.#find(signal);
      return this.#arn === undefined ? undefined : (await this.#describe(this.#arn, signal))[0];
    } catch (error) {
      if (!(error instanceof AwsError) || transient.has(error.kind)) throw error;
      this.#readable = false;
      return undefined;
    }
  }

  async #find(signal?: AbortSignal): Promise<string | undefined> {
    if (!this.#createdAt) return undefined;
    const briefs = await fetchServiceDeploymentBriefs(this.#connection, { ...this.#query, limit: 20 }, signal);
    return recordOf(briefs, this.#createdAt)?.serviceDeploymentArn;
  }

  #describe(arn: string, signal?: AbortSignal): Promise<ServiceDeployment[]> {
    return fetchServiceDeployments(this.#connection, [arn], signal);
  }
}

/** Failures that pass, or that the whole watch shares. */
const transient = new Set<AwsError['kind']>([
  'aborted',
  'clockSkew',
  'credentialSource',
  'expired',
  'invalidCredentials',
  'malformed',
  'network',
  'noCredentials',
  'server',
  'throttled',
]);
