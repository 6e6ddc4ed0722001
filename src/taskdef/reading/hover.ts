import { isAboutTask } from '../document/content.ts';
import * as l10n from '@vscode/l10n';
import { codeSpan, plainMarkdown } from '../../ecs/text/visibleText.ts';
import { apiPage, links } from '../facts/links.ts';
import { costLine } from './costHover.ts';
import { describeLogOption } from './describeLogOption.ts';
import { describeMember } from './describeMember.ts';
import type { SourceDocument } from '../document/document.ts';
import type { Node } from '../formats/node.ts';
import type { Range } from '../document/range.ts';
import { supportOf } from '../facts/launchSupport.ts';
import { leafAt, pathOf } from '../document/nodeAt.ts';
import { schemaAt, type SchemaPlace } from '../document/schemaAt.ts';
import { firstPlaceholder } from '../document/placeholders.ts';

export interface Hover {
  range: Range;
  /** Markdown, one part a section. */
  contents: string[];
}

const sizes = new Set(['RegisterTaskDefinitionRequest.cpu', 'RegisterTaskDefinitionRequest.memory']);

/** What the name or value at an offset means; prices are those of `region`, or of the one that the file names. */
export function hover(document: SourceDocument, offset: number, region?: string): Hover | undefined {
  if (document.kind === 'other') return undefined;
  const node = leafAt(document.root, offset);
  if (!node || node.children) return undefined;
  const isKey = node.parent?.type === 'property' && node.parent.children?.[0] === node;
  const path = pathOf(node);
  const place = schemaAt(document.kind, path);
  if (!place?.member) return undefined;
  const around = path.map((_segment, i) => schemaAt(document.kind, path.slice(0, i + 1))?.member);
  // An item of a list means what is said of the list.
  const described = place.member.description || place.member.enumValues ? place.member : around.at(-2);
  const member = { ...place.member, description: described?.description ?? '' };
  const contents = [describe({ ...place, member }, isKey ? undefined : node, document)];
  if (sizes.has(place.member.id)) contents.push(costLine(document, region) ?? '');
  const ids = around.flatMap((one) => one?.id ?? []);
  contents.push(isAboutTask(document.kind) ? support(ids) : documentation(ids.at(-1) ?? ''));
  return { range: { offset: node.offset, length: node.length }, contents: contents.filter(Boolean) };
}

function describe({ member, mapKey }: SchemaPlace, value: Node | undefined, document: SourceDocument): string {
  const lines = [`**${plainMarkdown((mapKey ?? member!.name).replace('[]', ''))}**`];
  const option = mapKey === undefined ? undefined : describeLogOption(mapKey);
  if (value && document.isUnknown(value))
    lines.push(
      l10n.t(
        '{0} is a placeholder: a deploy tool fills it in.',
        codeSpan(firstPlaceholder(String(value.value)) ?? '…'),
      ),
    );
  const chosen = member!.enumValues?.indexOf(String(value?.value)) ?? -1;
  if (chosen >= 0 && member!.enumDescriptions?.[chosen])
    lines.push(`\`${String(value!.value)}\`: ${member!.enumDescriptions[chosen]}`);
  lines.push(option ?? describeMember(member!));
  return lines.join('\n\n');
}

/** The page of the object that a member of a service definition belongs to. */
function documentation(id: string): string {
  const [shape = ''] = id.split('.');
  return `[${l10n.t('Documentation')}](${apiPage(shape.replace(/Request$/, ''))})`;
}

/** Of a member and all that it lies in: what lies in something refused is refused with it. */
function support(ids: readonly string[]): string {
  const id = ids.at(-1) ?? '';
  const each = ids.map(supportOf);
  const fargate = each.every((one) => one.fargate);
  const ec2 = each.every((one) => one.ec2);
  const windows = each.every((one) => one.windows);
  const mark = (yes: boolean): string => (yes ? '✓' : '✗');
  const page = id.startsWith('ContainerDefinition.') ? links.containerDefinition : links.parameters;
  return `Fargate ${mark(fargate)} · EC2 ${mark(ec2)} · Windows ${mark(windows)} · [${l10n.t('Documentation')}](${page})`;
}
