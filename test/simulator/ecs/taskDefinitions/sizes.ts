/** CPU units from `"256"`, `"1 vCPU"` or `".5 vcpu"`; undefined when it is neither. */
export function parseCpu(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const match = /^(\d*\.?\d+) ?vcpu$/i.exec(text.trim());
  return match ? Math.round(Number(match[1]) * 1024) : undefined;
}

/** MiB from `"512"`, `"1 GB"` or `"0.5GB"`; undefined when it is neither. */
export function parseMemory(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const match = /^(\d*\.?\d+) ?gb$/i.exec(text.trim());
  return match ? Math.round(Number(match[1]) * 1024) : undefined;
}

const GB = 1024;

/** Fargate's sizes: CPU units to the memory values (MiB) that go with them. */
const FARGATE_MEMORY: ReadonlyMap<number, readonly number[]> = new Map([
  [256, [512, 1 * GB, 2 * GB]],
  [512, steps(1, 4, 1)],
  [1024, steps(2, 8, 1)],
  [2048, steps(4, 16, 1)],
  [4096, steps(8, 30, 1)],
  [8192, steps(16, 60, 4)],
  [16384, steps(32, 120, 8)],
  [32768, [60 * GB, 120 * GB, 244 * GB]],
]);

export function isFargateSize(cpu: number, memory: number, windows: boolean): boolean {
  if (windows && (cpu < 1024 || cpu > 4096)) return false;
  return FARGATE_MEMORY.get(cpu)?.includes(memory) ?? false;
}

function steps(from: number, to: number, by: number): number[] {
  return Array.from({ length: (to - from) / by + 1 }, (_, index) => (from + index * by) * GB);
}
