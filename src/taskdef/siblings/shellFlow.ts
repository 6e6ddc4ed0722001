import type { Rewriting } from '../document/siblingFacts.ts';
import type { FileFlow } from './fileFlow.ts';
import { anything, normalPlace, type Place } from './place.ts';
import { rewritingIn } from './shellRewriting.ts';
import { joinPath } from './siblingFile.ts';
import { shellStatements, wordsIn } from './shellStatements.ts';

/** What a script runs with. */
export interface ShellSetting {
  /** Where it runs, from the root of the repository. */
  folder: string;
  /** Variables whose values are known; a value may hold `anything`. */
  variables: Record<string, string>;
  /** What is written into `$GITHUB_OUTPUT` is found under this name behind `§`. */
  outputs?: string;
}

/** Registers what it is given. */
const register = /\becs\s(?:[^|;]*\s)?(register-task-definition|create-service|update-service)\b/;
const takesInput = /--(?:cli-input-(?:json|yaml)|container-definitions)\b/;

/** Adds what a shell script does with files to a flow, and what it sets to the variables. */
export function readShell(script: string, setting: ShellSetting, flow: FileFlow): void {
  let { folder } = setting;
  for (const statement of shellStatements(script)) {
    const into = /^cd\s+(\S+)$/.exec(statement)?.[1];
    if (into !== undefined) {
      const path = expand(into.replaceAll(/["']/g, ''), setting.variables);
      folder = path.startsWith('/') || path.includes(anything) ? folder : joinPath(folder, path);
      continue;
    }
    if (noteVariable(statement, setting)) continue;
    const places = (words: readonly string[]): Place[] =>
      words.map((word) => placeOf(word, folder, setting.variables)).filter((place) => place !== undefined);
    const to = places(targetsIn(statement));
    const inPlace =
      /(?:^|[|&\s])(?:g?sed|perl|yq|ruby)\s(?:[^|]*\s)?(?:-[A-Za-z]*i\b|--in-?place|-i\.|-[np]*i)|\bsponge\b/.test(
        statement,
      );
    const from = [...new Set(places(wordsIn(statement)))].filter((place) => inPlace || !to.includes(place));
    if (/\becs\s(?:[^|;]*\s)?describe-task-definition\b/.test(statement)) flow.fetched.push(...to);
    if (from.length === 0) continue;
    const rewriting = rewritingIn(statement);
    const variable = assignedIn(statement, setting);
    const operation = register.exec(statement)?.[1];
    if (operation !== undefined && takesInput.test(statement)) {
      // A variable that names a file, and that nothing here sets.
      const chosen = /file:\/\/["']?\$\{?\w+\}?(?=[\s"')]|$)/.test(statement) ? [anything] : [];
      flow.deliveries.push({
        of: [...handedOver(flow, from, rewriting), ...chosen],
        tool: 'aws-cli',
        ofService: operation.endsWith('-service'),
      });
    }
    for (const place of [...to, ...(variable === undefined ? [] : [variable])]) {
      flow.moves.push({ from, to: place, rewriting });
    }
    if (inPlace) for (const place of from) flow.moves.push({ from: [place], to: place, rewriting });
  }
}

/** What reaches the command at the end of a pipeline, once it is rewritten in the same statement. */
function handedOver(flow: FileFlow, from: readonly Place[], rewriting: Rewriting | undefined): Place[] {
  if (!rewriting) return [...from];
  const to = `§pipe.${flow.moves.length}`;
  flow.moves.push({ from, to, rewriting });
  return [to];
}

/** Files into which a statement writes. */
function targetsIn(statement: string): string[] {
  const redirected = [...statement.matchAll(/(?<![0-9&<-])>>?\s*["']?([^\s"'&|;()<>]+)/g)].map((match) => match[1]!);
  const teed = [...statement.matchAll(/\btee\s+(?:-a\s+)?["']?([^\s"'&|;()<>]+)/g)].map((match) => match[1]!);
  const named = [...statement.matchAll(/\s(?:-o|--output|--out|--outfile)[\s=]["']?([^\s"'&|;()<>]+)/g)].map(
    (match) => match[1]!,
  );
  const copied = /^(?:sudo\s+)?(?:cp|mv|install|ln)\s/.test(statement) ? wordsIn(statement).slice(-1) : [];
  return [...redirected, ...teed, ...named, ...copied].filter((word) => !/^json$|^text$|^yaml$/.test(word));
}

/** The variable or output that a statement sets to what it reads. */
function assignedIn(statement: string, { outputs }: ShellSetting): Place | undefined {
  const variable = /^(?:export\s+|local\s+|readonly\s+|declare\s+(?:-\w+\s+)?)?(\w+)=["']?(?:\$\(|`)/.exec(
    statement,
  )?.[1];
  if (variable !== undefined) return `§$${variable}`;
  const written = /^(?:echo|printf)\s[^|]*?["'\s](\w[\w-]*)=.*>>\s*["']?\$\{?GITHUB_(ENV|OUTPUT)\b/s.exec(statement);
  if (!written) return undefined;
  return written[2] === 'ENV' ? `§$${written[1]}` : `§${outputs ?? ''}.${written[1]}`;
}

/** `NAME=value`, and the same written into `$GITHUB_ENV`; whether the statement is nothing else. */
function noteVariable(statement: string, { variables }: ShellSetting): boolean {
  const [, name, value] =
    /^(?:export\s+|local\s+|readonly\s+)?(\w+)\s*[:?]?=\s*["']?([^\s"'`$(]*(?:\$\{?\w+\}?[^\s"'`$(]*)*)["']?$/.exec(
      statement,
    ) ??
    /^echo\s+["']?(\w+)=([^"'\s]*)["']?\s*>>\s*["']?\$\{?GITHUB_ENV\b/.exec(statement) ??
    [];
  if (name === undefined || value === undefined) return false;
  // A variable that was handed in wins over the default that a script gives it, but is the same in nearly all cases.
  variables[name] = expand(value, variables);
  return true;
}

const variableForms = /\$(?:\{(\w+)(?::?[-?=][^}]*)?\}|\((\w+)\)|(\w+))/g;

/** Puts the values of variables in; what is not known may be anything. */
function expand(word: string, variables: Readonly<Record<string, string>>): string {
  return word.replaceAll(variableForms, (_, braced?: string, made?: string, plain?: string) => {
    const name = braced ?? made ?? plain!;
    return Object.hasOwn(variables, name) ? variables[name]! : anything;
  });
}

/** Variables that stand for the root of the repository. */
const rootVariables =
  /^\$\{?(?:GITHUB_WORKSPACE|CODEBUILD_SRC_DIR|CI_PROJECT_DIR|BITBUCKET_CLONE_DIR|PWD|WORKSPACE)\}?\/|^\$\(pwd\)\//;

/** The place that a word names; undefined for one that names none. */
function placeOf(word: string, folder: string, variables: Readonly<Record<string, string>>): Place | undefined {
  const whole = /^\$(?:\{(\w+)(?::?[-?=][^}]*)?\}|\((\w+)\)|(\w+))$/.exec(word);
  const name = whole && (whole[1] ?? whole[2] ?? whole[3]!);
  if (name !== null && !Object.hasOwn(variables, name)) return `§$${name}`;
  const path = expand(word.replace(rootVariables, '/'), variables);
  if (path.startsWith('§')) return path;
  if (!/^[\w./\uFFFC@%+~-]+$/.test(path) || /^[.-]*$/.test(path)) return undefined;
  // A path has a folder or an ending; members in a program of jq begin with a dot.
  if (!/[^/]\.\w{1,10}$/.test(path) && !path.includes(anything)) return undefined;
  if ((/^\.\w+[.[]/.test(path) && !/\.(?:jsonc?|ya?ml|te?mp?l(?:ate)?|j2)$/.test(path)) || path.includes('://'))
    return undefined;
  return path.startsWith('/') ? normalPlace(path) : joinPath(folder, path);
}
