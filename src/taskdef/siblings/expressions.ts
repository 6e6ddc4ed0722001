import { anything, type Place } from './place.ts';
import { asObject, asObjects, asText, type YamlObject } from './yamlObject.ts';

/** What the expressions of a job's steps can refer to. */
export interface ExpressionScope {
  /** The narrowest first. */
  environments: readonly YamlObject[];
  /** Variables that earlier steps have set. */
  variables: Readonly<Record<string, string>>;
  matrix: YamlObject | undefined;
  /** Inputs of the workflow or action: what is handed in, else defaults and choices. */
  inputs: Readonly<Record<string, readonly string[]>>;
}

const expression = /\$\{\{([^}]{1,300}(?:\}(?!\})[^}]{0,300})*)\}\}/g;
const deepest = 4;
const mostAlternatives = 24;

/** What a text may be once its expressions are evaluated. */
export function fillText(text: string, scope: ExpressionScope, depth = 0): string[] {
  let filled = [''];
  let end = 0;
  for (const match of text.matchAll(expression)) {
    const before = text.slice(end, match.index);
    end = match.index + match[0].length;
    const values = depth < deepest ? valuesOf(match[1]!.trim(), scope, depth + 1) : [anything];
    filled = filled.flatMap((start) => values.map((value) => start + before + value)).slice(0, mostAlternatives);
  }
  return filled.map((start) => start + text.slice(end));
}

/** The same as one text, in which what may be several things may be anything. */
export function fillScript(text: string, scope: ExpressionScope): string {
  return text.replaceAll(expression, (_, inner: string) => {
    const values = valuesOf(inner.trim(), scope, 1);
    return values.length === 1 ? values[0]! : anything;
  });
}

function valuesOf(inner: string, scope: ExpressionScope, depth: number): string[] {
  const [, context = '', name = ''] =
    /^(env|matrix|inputs|github\.event\.inputs)(?:\.|\[')([\w.-]+)(?:'\])?$/.exec(inner) ?? [];
  switch (context) {
    case 'env':
      return environmentValue(name, scope, depth);
    case 'matrix':
      return matrixValues(name, scope, depth);
    case 'inputs':
    case 'github.event.inputs':
      return [...(scope.inputs[name] ?? [anything])];
  }
  if (inner === 'github.workspace') return [''];
  const output = outputPlace(inner);
  if (output !== undefined) return [output];
  const texts = [...inner.matchAll(/'((?:[^']|'')*)'/g)].map((match) => match[1]!.replaceAll(/\{\d+\}/g, anything));
  const paths = texts.filter((one) => /[./\uFFFC]/.test(one));
  return paths.length > 0 ? paths : [anything];
}

/** `steps.render.outputs.task-definition`, `needs.build.outputs.file`. */
function outputPlace(inner: string): Place | undefined {
  const [, kind, id, name] = /^(steps|needs)\.([\w-]+)\.outputs(?:\.|\[')([\w-]+)(?:'\])?$/.exec(inner) ?? [];
  return kind === undefined ? undefined : `§${kind}.${id}.outputs.${name}`;
}

function environmentValue(name: string, scope: ExpressionScope, depth: number): string[] {
  for (const environment of scope.environments) {
    const value = environment[name];
    if (typeof value === 'string' || typeof value === 'number') return fillText(String(value), scope, depth);
  }
  return [scope.variables[name] ?? `§$${name}`];
}

function matrixValues(path: string, scope: ExpressionScope, depth: number): string[] {
  const [first = '', ...rest] = path.split('.');
  const listed = scope.matrix?.[first];
  const included = asObjects(scope.matrix?.['include']).map((one) => one[first]);
  const found = [...(Array.isArray(listed) ? (listed as unknown[]) : []), ...included].flatMap((value) => {
    const inner = rest.reduce<unknown>((one, key) => asObject(one)?.[key], value);
    return typeof inner === 'string' || typeof inner === 'number' ? fillText(String(inner), scope, depth) : [];
  });
  return found.length > 0 ? found : [anything];
}

/** What the inputs of a workflow or action can be, by their declaration and by who calls it. */
export function inputsOf(declared: unknown, given: YamlObject, scope: ExpressionScope): Record<string, string[]> {
  const inputs: Record<string, string[]> = {};
  for (const [name, declaration] of Object.entries(asObject(declared) ?? {})) {
    const { default: fallback, options } = asObject(declaration) ?? {};
    const choices = Array.isArray(options) ? options.filter((one) => typeof one === 'string') : [];
    const text = asText(fallback);
    const values = [...choices, ...(text ? [text] : [])];
    if (values.length > 0) inputs[name] = values;
  }
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'string' || typeof value === 'number') inputs[name] = fillText(String(value), scope);
  }
  return inputs;
}
