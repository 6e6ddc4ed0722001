/** One way in which tools write a placeholder. */
interface Form {
  /** Within a JSON text; absent where it only stands without quotes. */
  text?: string;
  /** Without quotes, where that is no other; false where it only stands within texts. */
  bare?: string | false;
  /** Without quotes whatever stands between two marks: line breaks and quotes included. */
  marks?: Marks;
  /** Group `name` is what a value is looked up by, `fallback` what the file says to take without one. Absent: nobody fills it in. */
  named?: readonly RegExp[];
  /** Whether a text of nothing else is left behind by a deploy tool rather than meant for the program. */
  wholly?: boolean;
  /** Whether a shell reads it too. */
  shell?: boolean;
  /** Whether more than the placeholder is in it. */
  wide?: boolean;
}

export interface Marks {
  open: string;
  close: string;
  /** What must follow. */
  ahead?: string;
}

/** `{{ must_env `TAG` }}`, `{{ env "TAG" "latest" }}`, any other call, which is named by all of it, and `{{ .Tag }}`. */
const inBraces = [
  /^\$?\{\{-?\s*(?:must_env|env)\s+[`"'](?<name>[^`"']+)[`"'](?:\s+[`"'](?<fallback>[^`"']*)[`"'])?\s*-?\}\}$/,
  /^\$?\{\{-?\s*(?<name>\w+\s+`[^}]*?`)\s*-?\}\}$/,
  /^\$?\{\{-?\s*\.?(?<name>[A-Za-z_][\w.]*)\s*-?\}\}$/,
];

/**
 * Placeholders that some tool fills in before the file reaches ECS. A value that holds one is unknown: no rule may judge it. Whatever
 * finds them, sets them aside or fills them in goes by this list; of two that begin at one place the first counts.
 */
const forms: readonly Form[] = [
  // GitHub: `${{ vars.TAG }}`.
  {
    text: String.raw`\$\{\{[^]{0,400}?\}\}`,
    marks: { open: '${{', close: '}}' },
    named: [/^\$\{\{\s*(?:[\w-]+\.)*(?<name>[\w-]+)\s*\}\}$/, ...inBraces],
  },
  // ecspresso, Go templates, Jinja, Handlebars, whose `{{{raw}}}` has no name that could be told.
  {
    text: String.raw`(?<!\{)\{\{[^]{0,400}?\}\}(?!\})`,
    marks: { open: '{{', close: '}}' },
    named: inBraces,
    wholly: true,
  },
  { marks: { open: '{%', close: '%}' } },
  { marks: { open: '{#', close: '#}' } },
  // Terraform, envsubst, shells: `${TAG:-latest}`, `${TAG:?not set}`.
  {
    text: String.raw`\$\{[^}]{0,200}\}`,
    marks: { open: '${', close: '}' },
    named: [/^\$\{(?<name>[A-Za-z_]\w*)(?::?-(?<fallback>[^}]*)|:?\?[^}]*)?\}$/],
    wholly: true,
    shell: true,
  },
  { marks: { open: '%{', close: '}' } },
  // Octopus, and with a hash behind it Azure DevOps.
  {
    text: String.raw`#\{[^}]{0,200}\}#?`,
    marks: { open: '#{', close: '}' },
    named: [/^#\{(?<name>[A-Za-z_][\w.]*)\}#?$/],
  },
  { text: String.raw`\$\([^)]{0,200}\)`, marks: { open: '$(', close: ')' }, shell: true },
  { text: String.raw`\$\[[^\]]{0,200}\]`, marks: { open: '$[', close: ']' } },
  { text: String.raw`\$[A-Za-z_]\w*`, named: [/^\$(?<name>[A-Za-z_]\w*)$/], shell: true },
  { text: String.raw`<%[^]{0,200}?%>`, marks: { open: '<%', close: '%>' } },
  // CodePipeline: `<IMAGE1_NAME>`.
  { text: String.raw`<[A-Za-z_][\w .:/-]*>`, named: [/^<(?<name>[A-Za-z_]\w*)>$/], wholly: true },
  { text: String.raw`__[A-Za-z]\w*?__`, named: [/^__(?<name>[A-Za-z]\w*?)__$/], wholly: true },
  {
    text: String.raw`%[A-Z_][A-Z0-9_]{2,}%`,
    bare: String.raw`%[A-Z_][A-Z0-9_]+%`,
    named: [/^%(?<name>[A-Z_][A-Z0-9_]+)%$/],
  },
  { text: String.raw`%\(\w+\)s`, bare: false },
  {
    text: String.raw`@@[A-Z]\w+?@@|@@?[A-Z][A-Z0-9_]{2,}@@?`,
    bare: String.raw`@@?[A-Z]\w+@@?`,
    named: [/^@@(?<name>[A-Z]\w+?)@@$/],
  },
  { text: String.raw`\(\([\w.-]+\)\)` },
  { text: String.raw`\{[A-Za-z_][\w .:-]*\}`, bare: false },
  // ACCOUNT_ID, REGION and other words that a script or a person replaces.
  { text: String.raw`\b(?:AWS_)?(?:ACCOUNT(?:[_-]?(?:ID|NUMBER|NO))?|REGION)\b`, bare: false },
  { text: String.raw`\b(?:YOUR|REPLACE|CHANGE|INSERT|ENTER)[_-][A-Z][A-Z0-9_-]*\b`, bare: false },
  { text: String.raw`\b(?:your[_-][a-z][a-z0-9_-]*|replace[_-]me|change[_-]me)\b`, bare: false },
  {
    text: String.raw`\[\[[\w .-]{1,80}\]\]`,
    marks: { open: '[[', close: ']]', ahead: String.raw`\s*[-.$A-Za-z]` },
    named: [/^\[\[\s*\.?(?<name>[A-Za-z_]\w*)\s*\]\]$/],
  },
  {
    text: String.raw`\[(?:[A-Z][A-Z0-9_ ]{2,}|(?:your|my|insert|enter|aws|account|region)[\w .-]*)\]`,
    bare: false,
  },
  { text: String.raw`^\[[A-Za-z][\w .-]*\]$`, bare: false },
  {
    text: String.raw`(?<mark>[#!~^|])[A-Z][A-Z0-9_]{2,}\k<mark>`,
    bare: String.raw`(?<mark>[#!~])[A-Z][A-Z0-9_]+\k<mark>`,
    named: [/^#(?<name>[A-Z][A-Z0-9_]+)#$/],
  },
  { text: String.raw`\b(?:[xX]{3,}|[xX]{3,}(?:-[xX]{3,})+)\b|[xX]{6,}`, bare: false },
  // What hides a value, and an ARN whose account is a word.
  { text: String.raw`\*{3,}|\?{3,}|(?:^|[/:])(?:\.{3}|…)(?=[/:.]|$)`, bare: false },
  { text: String.raw`\barn:aws[\w-]*:[\w-]+:[\w-]*:(?!aws:)[A-Za-z_][\w-]*:`, bare: false, wide: true },
  { text: String.raw`\b(?:aws-account-id|account-id|accountid|aws_account_id|account_id)\b`, bare: false },
  { text: String.raw`PLACEHOLDER|\b(?:CHANGEME|REPLACEME|TODO|TBD)\b`, bare: false },
];

function textOf({ text }: Form): string[] {
  return text === undefined ? [] : [text];
}

function bareOf({ bare, text }: Form): string[] {
  const pattern = bare ?? text;
  return pattern ? [pattern] : [];
}

const named = forms.filter((form) => form.named);
const inText = new RegExp(forms.flatMap(textOf).join('|'));
const allInText = new RegExp(inText.source, 'g');
const whollyInText = new RegExp(
  `^(?:${forms
    .filter(({ wholly }) => wholly)
    .flatMap(textOf)
    .join('|')})$`,
);
const narrow = forms.filter(({ wide }) => !wide);
const everyInText = new RegExp(narrow.flatMap(textOf).join('|'), 'g');
const notOfShells = new RegExp(
  narrow
    .filter(({ shell }) => !shell)
    .flatMap(textOf)
    .join('|'),
  'g',
);
const namedInText = new RegExp(named.flatMap(textOf).join('|'), 'g');
const namedBare = new RegExp(named.flatMap(bareOf).join('|'), 'g');
const names = named.flatMap((form) => form.named ?? []);

/** Placeholders without quotes: those between marks, and the words that are one as they stand. */
export const bareForms: { marks: readonly Marks[]; word: string } = {
  marks: forms.flatMap(({ marks }) => marks ?? []),
  word: forms
    .filter(({ marks }) => !marks)
    .flatMap(bareOf)
    .join('|'),
};

export function hasPlaceholder(text: string): boolean {
  return inText.test(text);
}

/** A text with a mark in the place of each placeholder, of those alone that no shell reads where `shell` is true. */
export function markPlaceholders(text: string, mark: string, shell = false): string {
  return text.replace(shell ? notOfShells : everyInText, mark);
}

/** `CONTAINER_PORT`, `IMAGE`: a word that a script replaces. Only where the real value cannot be in capitals does that show. */
export function isStandIn(text: string): boolean {
  return /^[A-Z][A-Z0-9_]*$/.test(text);
}

/** Members whose values have small letters or signs, so that a word in capitals is one that is replaced: `EFS_FILE_SYSTEM_ID`. */
const standInMembers: ReadonlySet<string> = new Set([
  'accessPointArn',
  'accessPointId',
  'awslogs-region',
  'credentialSpecs',
  'credentialsParameter',
  'dnsServers',
  'executionRoleArn',
  'fileSystemArn',
  'fileSystemId',
  'ipAddress',
  'registryArn',
  'roleArn',
  'securityGroups',
  'subnets',
  'targetGroupArn',
  'taskRoleArn',
]);

const pathMembers = new Set(['containerPath', 'hostPath', 'rootDirectory', 'sourcePath', 'workingDirectory']);

/** Whether a text is a word that is replaced, where it is the value of a member of this name. */
export function standsInFor(member: string, text: string): boolean {
  if (!isStandIn(text)) return false;
  return standInMembers.has(member) || (pathMembers.has(member) && /(?:PATH|DIR|DIRECTORY|FOLDER)$/.test(text));
}

/** The first placeholder in a text, for messages and hovers. */
export function firstPlaceholder(text: string): string | undefined {
  return inText.exec(text)?.[0];
}

/** A text with something else in the places of its placeholders. */
export function replacePlaceholders(text: string, by: string): string {
  return text.replace(allInText, () => by);
}

/** Whether a text is one placeholder and nothing else, of a form that is no program's own. */
export function isWhollyPlaceholder(text: string): boolean {
  return whollyInText.test(text) && firstPlaceholder(text) === text;
}

/** Whether a text has a call that ecspresso evaluates wherever it stands: no shell and no application has such. */
export function hasTemplateCall(text: string): boolean {
  return /\{\{-?\s*(?:\w+\s+`|(?:must_)?env\s+["'])/.test(text);
}

/** A placeholder that can be filled in. */
export interface NamedPlaceholder {
  /** As it stands in the file: `${TAG}`, `<IMAGE1_NAME>`, `{{ must_env `TAG` }}`. */
  text: string;
  /** Within what was searched. */
  offset: number;
  /** The name that a value is looked up by: `TAG`. */
  name: string;
  /** What the file itself says to take when there is no value: `${TAG:-latest}`. */
  fallback: string | undefined;
}

/** The placeholders that can be filled in, in a JSON text or, `bare`, in what stands without quotes. */
export function namedPlaceholders(text: string, bare: boolean): NamedPlaceholder[] {
  if (bare && isStandIn(text)) return [{ text, offset: 0, name: text, fallback: undefined }];
  const pattern = bare ? namedBare : namedInText;
  const found: NamedPlaceholder[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const placeholder = withName(match[0], match.index);
    if (placeholder) found.push(placeholder);
    // `{{resolve:secretsmanager:${ARN}}}`: what has no name may hold one that has.
    else pattern.lastIndex = match.index + 1;
  }
  return found;
}

function withName(text: string, offset: number): NamedPlaceholder | undefined {
  for (const pattern of names) {
    const { name, fallback } = pattern.exec(text)?.groups ?? {};
    if (name !== undefined) return { text, offset, name, fallback };
  }
  return undefined;
}
