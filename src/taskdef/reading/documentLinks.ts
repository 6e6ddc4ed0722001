import * as l10n from '@vscode/l10n';
import {
  consoleUrl,
  familyConsoleUrl,
  fileSystemUrl,
  imageUrl,
  logGroupUrl,
  networkUrl,
} from '../../ecs/consoleUrl.ts';
import { partitionOf } from '../../ecs/partitions.ts';
import { isAboutService } from '../document/content.ts';
import { looksLikeRegion } from '../../ecs/regions.ts';
import type { SourceDocument } from '../document/document.ts';
import { memberOf, type Node } from '../formats/node.ts';
import type { Range } from '../document/range.ts';
import { regionOf } from '../document/home.ts';
import { readTask, type Task } from '../document/task.ts';

export interface DocumentLink {
  /** The text without its quotes. */
  range: Range;
  target: string;
  tooltip: string;
}

/** Links from images, roles, secrets, parameters, log groups, file systems and what a service names to their pages. */
export function documentLinks(document: SourceDocument): DocumentLink[] {
  if (document.kind === 'other' || !document.root) return [];
  const task = readTask(document);
  const region = regionOf(task);
  const links: DocumentLink[] = [];
  const visit = (node: Node): void => {
    if (node.type === 'string') {
      const target = document.isUnknown(node) || isName(node) ? undefined : targetOf(task, node, region);
      if (target) links.push({ range: inside(node), target, tooltip: l10n.t('Open its page') });
    }
    node.children?.forEach(visit);
  };
  visit(document.root);
  return links;
}

function targetOf(task: Task, node: Node, region: string | undefined): string | undefined {
  const value = String(node.value);
  // Names in an account are plain ASCII; half a surrogate could not even be written into an address.
  if (!/^[!-~]+$/.test(value)) return undefined;
  if (value.startsWith('arn:')) return consoleUrl(value);
  if (isAboutService(task.document.kind)) return region && serviceTarget(node, value, region);
  const name = node.parent?.type === 'property' ? String(node.parent.children?.[0]?.value) : undefined;
  if (name === 'image' && isContainer(task, node.parent?.parent)) return imageUrl(value);
  if (name === 'awslogs-group') {
    const stated = regionIn(node.parent?.parent, 'awslogs-region') ?? region;
    return stated && /^[\w./#-]+$/.test(value) ? logGroupUrl(value, stated) : undefined;
  }
  return name === 'fileSystemId' && region && /^fs-[0-9a-f]+$/.test(value) ? fileSystemUrl(value, region) : undefined;
}

/** What a service definition names by its id or name: subnets, security groups, and a family. */
function serviceTarget({ parent }: Node, value: string, region: string): string | undefined {
  const list = parent?.type === 'array' ? parent.parent?.children?.[0]?.value : undefined;
  if (list === 'subnets' || list === 'securityGroups') return networkUrl(value, region);
  const isFamily = parent?.children?.[0]?.value === 'taskDefinition';
  return isFamily && /^[\w-]+(?::\d+)?$/.test(value)
    ? familyConsoleUrl(value.replace(/:\d+$/, ''), region, partitionOf(region))
    : undefined;
}

function isContainer({ containers }: Task, node: Node | undefined): boolean {
  return containers.some((container) => container.node === node);
}

function isName(node: Node): boolean {
  return node.parent?.type === 'property' && node.parent.children?.[0] === node;
}

function regionIn(object: Node | undefined, name: string): string | undefined {
  const value = object && memberOf(object, name)?.value;
  return typeof value === 'string' && looksLikeRegion(value) ? value : undefined;
}

function inside({ offset, length }: Node): Range {
  return { offset: offset + 1, length: Math.max(length - 2, 0) };
}
