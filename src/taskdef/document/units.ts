/** CPU units of a task-level `cpu`: "256", "1 vCPU", ".25vcpu". Undefined when it is neither form. */
export function parseCpu(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const vcpu = /^(\d+(?:\.\d+)?|\.\d+)\s*vcpu$/i.exec(text)?.[1];
  return vcpu === undefined ? undefined : Number(vcpu) * 1024;
}

/** MiB of a task-level `memory`: "512", "2 GB", "0.5gb". Undefined when it is neither form. */
export function parseMemory(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const gb = /^(\d+(?:\.\d+)?|\.\d+)\s*gb$/i.exec(text)?.[1];
  return gb === undefined ? undefined : Number(gb) * 1024;
}

/** "1 vCPU", "0.25 vCPU". */
export function formatCpu(units: number): string {
  return `${Number((units / 1024).toFixed(3))} vCPU`;
}

/** "2 GB", "512 MiB". */
export function formatMemory(mib: number): string {
  return mib >= 1024 ? `${Number((mib / 1024).toFixed(2))} GB` : `${mib} MiB`;
}
