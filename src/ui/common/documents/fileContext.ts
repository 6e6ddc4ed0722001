import type { TextDocument } from 'vscode';
import type { CheckContext } from '../../../taskdef/rule/checkContext.ts';
import type { SiblingFacts, Tool } from '../../../taskdef/document/siblingFacts.ts';
import type { Severity } from '../../../taskdef/rule/finding.ts';
import { getSetting } from '../settings.ts';
import { entriesFor } from './fileTable.ts';

type Severities = Readonly<Record<string, Severity | 'off'>>;

/** What VS Code's own JSON support reports already: syntax, and in strict JSON duplicate keys, comments and trailing commas. */
const reportedAlready: Readonly<Record<string, Severities>> = {
  json: { TD009: 'off', TD00B: 'off', TD00F: 'off' },
  jsonc: { TD009: 'off', TD00F: 'off' },
};

const severities: ReadonlySet<unknown> = new Set<Severity | 'off'>(['error', 'warning', 'info', 'hint', 'off']);

/** What the files beside a document say about it, as far as it is known by now. Must not wait. */
export type SiblingLookup = (document: TextDocument) => SiblingFacts | undefined;

let siblingFiles: SiblingLookup = () => undefined;

/** Sets where facts from neighbouring files come from. */
export function useSiblings(lookup: SiblingLookup): void {
  siblingFiles = lookup;
}

/** All that judging this document depends on beside its text. */
export function contextFor(document: TextDocument): CheckContext {
  const siblings = siblingFiles(document);
  return { severities: severitiesFor(document), tool: toolFor(document, siblings), siblings };
}

/** The deploy tool that the person named, else the one that the neighbouring files show. */
export function toolFor(document: TextDocument, siblings = siblingFiles(document)): Tool | undefined {
  const chosen = getSetting('ecs.taskDefinition.tool', document.uri);
  return chosen === 'auto' || !chosen ? siblings?.tool : chosen;
}

function severitiesFor(document: TextDocument): Severities {
  const rules = Object.entries(getSetting('ecs.taskDefinition.rules', document.uri) ?? {});
  const ignored = entriesFor(getSetting('ecs.taskDefinition.ignore', document.uri) ?? {}, document).flat();
  return {
    ...Object.fromEntries(rules.filter(([, severity]) => severities.has(severity))),
    ...Object.fromEntries(ignored.map((rule) => [rule, 'off' as const])),
    ...reportedAlready[document.languageId],
  };
}
