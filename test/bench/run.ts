import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** A group of figures: all keys of `measure`'s answer begin with one of `prefixes`. */
export interface Benchmark {
  prefixes: readonly string[];
  measure: () => Promise<Record<string, number>>;
}

const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });

const figures: Record<string, number> = {};
const { only = '' } = values;
for (const { prefixes, measure } of await benchmarks()) {
  if (!prefixes.some((prefix) => prefix.startsWith(only) || only.startsWith(prefix))) continue;
  const start = Date.now();
  const measured = await measure();
  const kept = Object.entries(measured).filter(([key]) => key.startsWith(only));
  for (const [key, value] of kept) {
    if (!prefixes.some((prefix) => key.startsWith(prefix)))
      throw new Error(`${key} begins with none of ${prefixes.join()}`);
    figures[key] = value;
    console.log(`${key.padEnd(32)} ${format(value).padStart(14)}`);
  }
  console.error(`(${prefixes.join(' ')} took ${((Date.now() - start) / 1000).toFixed(1)} s)`);
}
if (values.json) await writeFile(values.json, `${JSON.stringify(figures, undefined, 2)}\n`);

/** Every file of this folder that ends in `.bench.ts`, in the order of their names. */
async function benchmarks(): Promise<Benchmark[]> {
  const files = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.bench.ts')).sort();
  return Promise.all(files.map((name) => import(join(import.meta.dirname, name)) as Promise<Benchmark>));
}

function format(value: number): string {
  return Number.isInteger(value) ? value.toLocaleString('en') : value.toFixed(Math.abs(value) < 10 ? 2 : 1);
}
