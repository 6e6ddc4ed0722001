import { isAboutTask } from './content.ts';
import * as l10n from '@vscode/l10n';
import type { SourceDocument } from './document.ts';
import type { Node } from '../formats/node.ts';
import type { Range } from './range.ts';
import type { Member } from './fields.ts';
import { readTask, type Task } from './task.ts';

/** A name that one part of a task definition gives and others use. Ranges are the name alone, without quotes. */
export interface TaskSymbol {
  kind: 'container' | 'volume';
  name: string;
  /** Where it is given; several when two parts give the same name. */
  definitions: Range[];
  /** Where it is used. */
  references: Range[];
}

interface Mention {
  kind: TaskSymbol['kind'];
  role: 'definition' | 'reference';
  name: string;
  range: Range;
}

/** The container or volume that is named at an offset. */
export function symbolAt(document: SourceDocument, offset: number): TaskSymbol | undefined {
  if (!isAboutTask(document.kind)) return undefined;
  const mentions = mentionsIn(readTask(document));
  const at = mentions.find(({ range }) => range.offset <= offset && offset <= range.offset + range.length);
  if (!at) return undefined;
  const same = mentions.filter(({ kind, name }) => kind === at.kind && name === at.name);
  const ranges = (role: Mention['role']): Range[] => same.filter((one) => one.role === role).map(({ range }) => range);
  return { kind: at.kind, name: at.name, definitions: ranges('definition'), references: ranges('reference') };
}

/** Why a symbol cannot have this name; undefined when it can. */
export function renameProblem(document: SourceDocument, symbol: TaskSymbol, name: string): string | undefined {
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(name))
    return l10n.t('A name has 1 to 255 letters, digits, hyphens and underscores.');
  const taken = mentionsIn(readTask(document)).some(
    (one) => one.kind === symbol.kind && one.role === 'definition' && one.name === name && name !== symbol.name,
  );
  return taken ? l10n.t('There is a {0} named {1} already.', symbol.kind, name) : undefined;
}

function mentionsIn({ containers, volumes, fields }: Task): Mention[] {
  const mentions: Mention[] = [];
  const add = (kind: Mention['kind'], role: Mention['role'], member: Member, until?: string): void => {
    const found = member.node && textOf(member.node, until);
    if (found) mentions.push({ kind, role, ...found });
  };
  for (const volume of volumes.fields()) add('volume', 'definition', volume.member('name'));
  add('container', 'reference', fields.fields('proxyConfiguration').member('containerName'));
  for (const container of containers) {
    const own = container.fields;
    add('container', 'definition', own.member('name'));
    for (const one of own.list('dependsOn').fields()) add('container', 'reference', one.member('containerName'));
    for (const one of own.list('volumesFrom').fields()) add('container', 'reference', one.member('sourceContainer'));
    for (const link of own.list('links').texts()) add('container', 'reference', link, ':');
    for (const mount of own.list('mountPoints').fields()) add('volume', 'reference', mount.member('sourceVolume'));
  }
  return mentions;
}

/** The text of a string up to a mark. One with escapes or a placeholder is left out: its range would not be its name. */
function textOf(node: Node, until?: string): { name: string; range: Range } | undefined {
  if (node.type !== 'string') return undefined;
  const value = String(node.value);
  if (value === '' || value.length !== node.length - 2) return undefined;
  const name = until === undefined ? value : value.split(until, 1)[0]!;
  return { name, range: { offset: node.offset + 1, length: name.length } };
}
