import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { lint } from '../../src/lint/lint.ts';

interface LintRun {
  status: number;
  out: string;
  err: string;
}

/** A folder of the disk in which the linter runs. */
export interface LintFolder extends Disposable {
  readonly path: string;
  run(...argv: string[]): Promise<LintRun>;
  read(path: string): Buffer;
}

/** Makes a folder with these files; with `.git` among them it is a repository. */
export function lintFolder(files: Readonly<Record<string, string | Buffer>>): LintFolder {
  const path = mkdtempSync(join(tmpdir(), 'taskdef-lint-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return {
    path,
    run: async (...argv) => {
      let out = '';
      let err = '';
      const output = { write: (text: string) => (out += text), complain: (text: string) => (err += text) };
      const status = await lint(argv, output, path);
      return { status, out, err };
    },
    read: (name) => readFileSync(join(path, name)),
    [Symbol.dispose]: () => rmSync(path, { recursive: true }),
  };
}
