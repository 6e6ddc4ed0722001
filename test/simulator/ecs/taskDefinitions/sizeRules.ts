import { containersOf, eachContainer, whole, type DefinitionRule } from './rule.ts';
import { parseCpu, parseMemory } from './sizes.ts';

const GUIDE = 'For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.';
const LEAST_CPU = 128;
const MOST_CPU = 196_608;
const LEAST_MEMORY = 6;

/** CPU and memory, of the task and of its containers. */
export const sizeRules: readonly DefinitionRule[] = [
  whole(({ cpu }) => {
    const units = cpu === undefined ? LEAST_CPU : parseCpu(cpu);
    const fits = units !== undefined && units >= LEAST_CPU && units <= MOST_CPU;
    return fits ? undefined : `Invalid 'cpu' setting for task. ${GUIDE}`;
  }),
  whole(({ memory }) =>
    memory !== undefined && parseMemory(memory) === undefined
      ? `Invalid 'memory' setting for task. ${GUIDE}`
      : undefined,
  ),
  eachContainer(({ name, memory, memoryReservation }, input) =>
    input.memory === undefined && memory === undefined && memoryReservation === undefined
      ? `Invalid setting for container '${name}'. At least one of 'memory' or 'memoryReservation' must be specified.`
      : undefined,
  ),
  eachContainer(({ name, memory, memoryReservation }) =>
    memory !== undefined && memoryReservation !== undefined && memory < memoryReservation
      ? `Invalid setting for container '${name}'. 'memory' must be greater than or equal to 'memoryReservation'.`
      : undefined,
  ),
  eachContainer(({ name, memory }) =>
    memory !== undefined && memory < LEAST_MEMORY ? `Invalid 'memory' setting for container '${name}'.` : undefined,
  ),
  eachContainer(({ name, memory, memoryReservation }, input) => {
    const limit = parseMemory(input.memory ?? '');
    if (limit === undefined) return undefined;
    if ((memory ?? 0) > limit) return `The 'memory' setting for container '${name}' is greater than for the task.`;
    return (memoryReservation ?? 0) > limit
      ? `The 'memoryReservation' setting for container '${name}' is greater than for the task.`
      : undefined;
  }),
  whole((input) => {
    const limit = parseCpu(input.cpu ?? '');
    const sum = containersOf(input).reduce((total, container) => total + (container.cpu ?? 0), 0);
    return limit !== undefined && sum > limit
      ? "The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'."
      : undefined;
  }),
];
