import type { Rewriting } from '../document/siblingFacts.ts';

/** What the programs of a statement do with the JSON that goes through them; undefined where they leave it as it is. */
export function rewritingIn(statement: string): Rewriting | undefined {
  const rewriting: Rewriting = {};
  const texts = /\b(?:sed|perl)\b/.test(statement) ? replacedTexts(statement) : [];
  if (texts.length > 0) rewriting.texts = texts;
  const given = givenMembers(statement);
  if (given.length > 0) rewriting.given = given;
  if (/\b(?:jq|yq)\b/.test(statement)) {
    const removed = removedMembers(statement);
    if (removed.length > 0) rewriting.removed = removed;
    const images = writtenImages(statement);
    if (images.length > 0) rewriting.images = images;
    if (/null|values\b|\?\/\/\s*empty/.test(statement)) rewriting.withoutNulls = true;
    if (/\{\s*["']?\w+["']?\s*(?::\s*\.\w|,\s*\w+\s*[,:}])/.test(statement) && /containerDefinitions/.test(statement))
      rewriting.picked = true;
  }
  return Object.keys(rewriting).length > 0 ? rewriting : undefined;
}

/** `s|IMAGE|…|` and `s/__TAG__/…/g`, as far as they look for a text and not for a pattern. */
function replacedTexts(statement: string): string[] {
  const found: string[] = [];
  for (const [, , sought = ''] of statement.matchAll(
    /(?:^|[\s"';{-])s([|/#@,:;!~%^+])((?:\\.|(?!\1).)+)\1(?:\\.|(?!\1).)*\1/gs,
  )) {
    const plain = sought.replaceAll(/\\([^\w])/g, '$1');
    // Any longer pattern's literal beginning says as well what is sought: `"image": ".*"`.
    const literal = /^[^*+?^$()|]*?(?=\.?[*+]|\[|$)/.exec(plain)?.[0] ?? '';
    const text = literal.replace(/\.$/, '');
    if (text.length > 2) found.push(text);
  }
  return found;
}

const options: Readonly<Record<string, string>> = {
  family: 'family',
  cpu: 'cpu',
  memory: 'memory',
  'network-mode': 'networkMode',
  'task-role-arn': 'taskRoleArn',
  'execution-role-arn': 'executionRoleArn',
  'requires-compatibilities': 'requiresCompatibilities',
};

/** Members that the AWS CLI is given beside the file, which count for more, and those that jq assigns. */
function givenMembers(statement: string): string[] {
  const register = /\bregister-task-definition\b(.*)/s.exec(statement)?.[1] ?? '';
  const given = [...register.matchAll(/\s--([a-z-]+)[\s=]/g)].flatMap(([, name = '']) => options[name] ?? []);
  if (!/\b(?:jq|yq)\b/.test(statement)) return given;
  const assigned = [...statement.matchAll(/(?:^|[\s|'"(])\.(\w+)\s*\|?=(?!=)/g)].map((match) => match[1]!);
  return [...given, ...assigned.filter((name) => Object.values(options).includes(name))];
}

/** Names in `del(.status, .revision)`. */
function removedMembers(statement: string): string[] {
  return [...statement.matchAll(/\bdel\(([^)]*)\)/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/\.\[?["']?(\w+)["']?\]?\s*(?=[,)\s|]|$)/g)].map((match) => match[1]!),
  );
}

/** Containers whose image is assigned: by name, by index, or all of them. */
function writtenImages(statement: string): string[] {
  const found: string[] = [];
  for (const [path = ''] of statement.matchAll(
    /\.containerDefinitions\b[^=]*?(?:==[^=]*?)*\.image\s*\)?\s*\|?=(?!=)/gs,
  )) {
    const name = /\.name\s*==\s*\\?["']([^"'\\$]+)/.exec(path)?.[1];
    const index = /\.containerDefinitions\[(\d+)\]/.exec(path)?.[1];
    found.push(name ?? (index === undefined ? '*' : `#${index}`));
  }
  if (
    found.length === 0 &&
    /containerDefinitions/.test(statement) &&
    /\.image\s*\)?\s*\|?=(?!=)|["']?image["']?\s*:\s*\$/.test(statement)
  )
    found.push('*');
  return found;
}
