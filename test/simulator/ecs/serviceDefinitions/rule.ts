import type { CreateServiceRequest } from '@aws-sdk/client-ecs';

/** What is judged: a request for a new service, or a service as an update would leave it. */
export type ServiceInput = Partial<CreateServiceRequest>;

/** One thing that CreateService refuses: yields the service's own words, where they are known, for each violation. */
export type ServiceRule = (input: ServiceInput) => Iterable<string>;

/** A rule that looks at the whole. */
export function whole(check: (input: ServiceInput) => string | false | undefined): ServiceRule {
  return function* (input) {
    const refusal = check(input);
    if (refusal) yield refusal;
  };
}

/** A rule that looks at one thing of a list at a time. */
export function each<T>(
  list: (input: ServiceInput) => readonly T[] | undefined,
  check: (one: T, input: ServiceInput, index: number) => string | false | undefined,
): ServiceRule {
  return function* (input) {
    for (const [index, one] of (list(input) ?? []).entries()) {
      const refusal = check(one, input, index);
      if (refusal) yield refusal;
    }
  };
}

export function isDaemon({ schedulingStrategy }: ServiceInput): boolean {
  return schedulingStrategy === 'DAEMON';
}

export function controllerOf({ deploymentController }: ServiceInput): string {
  return deploymentController?.type ?? 'ECS';
}

export function outside(value: number | undefined, least: number, most: number): boolean {
  return value !== undefined && (value < least || value > most);
}

export function duplicate(values: readonly (string | undefined)[]): string | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.find((value, index) => known.indexOf(value) !== index);
}
