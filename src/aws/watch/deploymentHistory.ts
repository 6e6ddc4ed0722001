import type { Service, ServiceDeployment } from '@aws-sdk/client-ecs';
import { recordOf } from '../../ecs/deployment/deploymentRecord.ts';
import type { Connection } from '../connection/connection.ts';
import { AwsError, historyAccess } from '../errors.ts';
import { fetchServiceDeploymentBriefs, fetchServiceDeployments } from '../read/serviceDeployments.ts';

/** The service and the deployment that is meant, by its id in the service. */
export interface HistoryQuery {
  cluster: string;
  service: string;
  deploymentId: string;
}

/** Reads the history's entry of one deployment, look after look. Roles that may not read the history do without. */
export class DeploymentHistory {
  readonly #connection: Connection;
  readonly #query: HistoryQuery;
  #arn: string | undefined;
  #createdAt: Date | undefined;
  #readable = true;
  #read = false;
  #failures = 0;

  constructor(connection: Connection, query: HistoryQuery, known: { arn?: string; createdAt?: Date } = {}) {
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
      this.#arn ??= await this.#find(service, signal);
      const found = this.#arn === undefined ? undefined : (await this.#describe(this.#arn, signal))[0];
      this.#read ||= found !== undefined;
      this.#failures = 0;
      return found;
    } catch (error) {
      if (!(error instanceof AwsError) || !this.#gaveUp(error, service)) throw error;
      this.#readable = false;
      return undefined;
    }
  }

  /**
   * Whether the history cannot be read for good. A server that breaks at it each time while all else works has none;
   * where traffic is shifted only the history knows the end, and it is asked on.
   */
  #gaveUp(error: AwsError, service: Service | undefined): boolean {
    const access = historyAccess(error);
    if (access !== 'doubtful') return access === 'none';
    const { strategy = 'ROLLING' } = service?.deploymentConfiguration ?? {};
    return !this.#read && strategy === 'ROLLING' && ++this.#failures >= failuresUntilNone;
  }

  async #find(service: Service | undefined, signal?: AbortSignal): Promise<string | undefined> {
    if (!this.#createdAt) return undefined;
    const briefs = await fetchServiceDeploymentBriefs(this.#connection, { ...this.#query, limit: 20 }, signal);
    const { deploymentId } = this.#query;
    const others = (service?.deployments ?? []).flatMap(({ id, createdAt }) =>
      id === deploymentId || !createdAt ? [] : createdAt,
    );
    return recordOf(briefs, this.#createdAt, others)?.serviceDeploymentArn;
  }

  #describe(arn: string, signal?: AbortSignal): Promise<ServiceDeployment[]> {
    return fetchServiceDeployments(this.#connection, [arn], signal);
  }
}

/** Emulators answer an operation that they lack with an error of their own. */
const failuresUntilNone = 3;
