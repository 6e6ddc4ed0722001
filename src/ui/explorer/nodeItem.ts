import { MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { nameOfArn } from '../../ecs/arn.ts';
import { visibleLine, visibleText } from '../../ecs/text/visibleText.ts';
import type { CommandId } from '../../manifest.ts';
import { clusterArnOf } from '../common/resource.ts';
import { ErrorNode } from './nodes/errorNode.ts';
import type { ExplorerNode, RowItem } from './nodes/node.ts';

const commandOf: Record<NonNullable<RowItem['command']>, CommandId> = {
  refresh: 'ecs.refresh',
  signIn: 'ecs.signIn',
  more: 'ecs.loadMore',
  createCluster: 'ecs.createCluster',
  selectRegion: 'ecs.selectRegion',
  openConfigFile: 'ecs.openConfigFile',
};

/**
 * Makes a tree item; every row of the explorer goes through here. Its tooltip is made when somebody asks for it. A row
 * comes as a person left it, `isOpen` or not: VS Code forgets that with the row.
 */
export function nodeItem(node: ExplorerNode, isOpen?: boolean): TreeItem {
  const row = node.item();
  const item = new TreeItem(visibleLine(row.label), stateOf(row, isOpen));
  item.id = node.rowId;
  item.contextValue = [node.kind, ...(row.flags ?? []), ...protectionFlags(node)].join(' ');
  item.description = row.description === undefined ? undefined : visibleLine(row.description);
  item.iconPath = new ThemeIcon(row.icon, row.color === undefined ? undefined : new ThemeColor(row.color));
  item.accessibilityInformation = { label: visibleLine(row.spoken) };
  if (row.command) {
    item.command = { command: commandOf[row.command], title: '', arguments: [argumentOf(node, row.command)] };
  }
  return item;
}

/** The tooltip of a row: its label, then a paragraph for each line, with nothing interpreted as Markdown. */
export function nodeTooltip(node: ExplorerNode): MarkdownString {
  const label = visibleLine(node.item().label);
  const markdown = new MarkdownString().appendMarkdown('**').appendText(label).appendMarkdown('**');
  for (const line of node.tooltip()) markdown.appendMarkdown('\n\n').appendText(visibleText(line));
  return markdown;
}

function stateOf({ expandable }: RowItem, isOpen = expandable === 'expanded'): TreeItemCollapsibleState {
  if (expandable === undefined) return TreeItemCollapsibleState.None;
  return isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

/** The flag that hides changing commands. */
function protectionFlags(node: ExplorerNode): string[] {
  const { resource, openConnection } = node;
  if (!resource || !openConnection) return [];
  const cluster = nameOfArn(clusterArnOf(resource) ?? '') || undefined;
  return openConnection.protection(cluster) === 'read-only' ? ['readOnly'] : [];
}

/** An error is about the node that it stands below; what is done about a connection is about its row. */
function argumentOf(node: ExplorerNode, command: RowItem['command']): ExplorerNode {
  if (command !== 'more' && command !== 'refresh') return node.top;
  return node instanceof ErrorNode ? (node.parent ?? node) : node;
}
