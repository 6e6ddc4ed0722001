import { parseDocument, type SourceDocument } from '../../src/taskdef/document/document.ts';
import type { FileContent, RuleCase } from '../../src/taskdef/rule/examples/ruleCase.ts';
import { isServiceRule, type RuleFile } from './ruleFiles.ts';

/** A file of a case, taken for what the case says, else for what the rule is about. */
export function readCase(
  content: FileContent,
  { rule, kind }: Pick<RuleFile, 'rule'> & Pick<RuleCase, 'kind'>,
): SourceDocument {
  const path = isServiceRule({ rule }) ? 'service-definition.json' : 'task-definition.json';
  return parseDocument(textOf(content), { path, kind });
}

export function textOf(content: FileContent): string {
  return typeof content === 'string' ? content : JSON.stringify(content, undefined, 2);
}
