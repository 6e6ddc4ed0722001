import type { ContainerDefinition, RegisterTaskDefinitionRequest } from '@aws-sdk/client-ecs';

/** One thing that RegisterTaskDefinition refuses: yields the service's own words for each violation. */
export type DefinitionRule = (input: RegisterTaskDefinitionRequest) => Iterable<string>;

export function containersOf(input: RegisterTaskDefinitionRequest): ContainerDefinition[] {
  return input.containerDefinitions ?? [];
}

export function isFargate(input: RegisterTaskDefinitionRequest): boolean {
  return input.requiresCompatibilities?.includes('FARGATE') ?? false;
}

/** A rule that looks at one container at a time. */
export function eachContainer(
  check: (container: ContainerDefinition, input: RegisterTaskDefinitionRequest) => string | undefined,
): DefinitionRule {
  return function* (input) {
    for (const container of containersOf(input)) {
      const refusal = check(container, input);
      if (refusal !== undefined) yield refusal;
    }
  };
}

/** A rule that looks at the whole. */
export function whole(check: (input: RegisterTaskDefinitionRequest) => string | undefined): DefinitionRule {
  return function* (input) {
    const refusal = check(input);
    if (refusal !== undefined) yield refusal;
  };
}

export function duplicate(values: readonly string[]): string | undefined {
  return values.find((value, index) => values.indexOf(value) !== index);
}
