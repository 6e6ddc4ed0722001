import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readRuleFiles, root } from './ruleFiles.ts';
import { withRuleSettings, withRuleTexts } from './ruleSettings.ts';
import { rulesPage } from './rulesPage.ts';
import { ruleTable } from './ruleTable.ts';

/** Files that are written from the rules, by path, with what they ought to say. */
export async function generated(): Promise<Record<string, string>> {
  const files = await readRuleFiles();
  return {
    'src/taskdef/ruleTable.ts': await ruleTable(files),
    'docs/rules.md': rulesPage(files),
    'package.json': withRuleSettings(await read('package.json'), files),
    'package.nls.json': withRuleTexts(await read('package.nls.json'), files),
  };
}

/** Writes what has changed, and says what it was. */
export async function generate(): Promise<void> {
  for (const [path, text] of Object.entries(await generated())) {
    if ((await read(path)) === text) continue;
    await writeFile(join(root, path), text);
    console.log(`wrote ${path}`);
  }
}

function read(path: string): Promise<string> {
  return readFile(join(root, path), 'utf8');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await generate();
