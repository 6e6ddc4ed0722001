/** CPU units that Fargate offers, each with its memory sizes in MiB. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html */
export const fargateSizes: ReadonlyMap<number, readonly number[]> = new Map([
  [256, [512, 1024, 2048]],
  [512, steps(1024, 4096, 1024)],
  [1024, steps(2048, 8192, 1024)],
  [2048, steps(4096, 16_384, 1024)],
  [4096, steps(8192, 30_720, 1024)],
  [8192, steps(16_384, 61_440, 4096)],
  [16_384, steps(32_768, 122_880, 8192)],
  // The largest size comes with three memory sizes only, not with a range.
  [32_768, [61_440, 122_880, 249_856]],
]);

/** CPU sizes that Windows containers can have on Fargate. */
export const windowsFargateCpus: readonly number[] = [1024, 2048, 4096];

/** Memory sizes in MiB that Fargate offers with this CPU, none when it offers no such CPU. */
export function memoryFor(cpu: number): readonly number[] {
  return fargateSizes.get(cpu) ?? [];
}

/** CPU sizes that offer this memory in MiB. */
export function cpusFor(memory: number): number[] {
  return [...fargateSizes].filter(([, sizes]) => sizes.includes(memory)).map(([cpu]) => cpu);
}

/** The smallest size that has at least this CPU and memory. */
export function smallestSize(cpu: number, memory: number): { cpu: number; memory: number } | undefined {
  for (const [size, memories] of fargateSizes) {
    const fitting = memories.find((candidate) => candidate >= memory);
    if (size >= cpu && fitting !== undefined) return { cpu: size, memory: fitting };
  }
  return undefined;
}

function steps(from: number, to: number, step: number): number[] {
  return Array.from({ length: (to - from) / step + 1 }, (_, i) => from + i * step);
}
