import type { TaskDefinition } from '@aws-sdk/client-ecs';

/** What a task would need and does not get. */
export interface StartObstacle {
  /** The text that stops the task: on the task under Fargate, on the container under EC2. */
  reason: string;
  /** Which of the measured delays it comes after. */
  after: 'initializationFailed' | 'noRoute' | 'wrongImage' | 'pullRetried';
}

type Check = (definition: TaskDefinition, service: string | undefined) => StartObstacle | undefined;

/**
 * The parts of an account that tasks depend on and that are not simulated themselves. Everything is in order
 * until a test adds a check that names what is missing (a role's permission, a secret, a route).
 */
export class AccountHealth {
  /** What the Lambda functions of lifecycle hooks answer, by ARN; SUCCEEDED unless told otherwise. */
  readonly lambdaHooks = new Map<string, 'SUCCEEDED' | 'FAILED' | 'IN_PROGRESS'>();
  /** Whether ECS Exec's agents have lost their connection. */
  execBroken = false;
  /** CloudWatch alarms, by name, that are in ALARM. */
  readonly alarms = new Set<string>();
  #checks: Check[] = [];

  /** Adds a check; call the result to lift it. */
  obstruct(check: Check): () => void {
    this.#checks.push(check);
    return () => (this.#checks = this.#checks.filter((other) => other !== check));
  }

  obstacle(definition: TaskDefinition, service: string | undefined): StartObstacle | undefined {
    for (const check of this.#checks) {
      const found = check(definition, service);
      if (found) return found;
    }
    return undefined;
  }
}
