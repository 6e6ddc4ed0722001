import source from '../../../snippets/task-definitions.json' with { type: 'json' };
import { dnsSuffixOf, partitionOf } from '../../ecs/partitions.ts';
import { indentOfLine, indentUnit } from '../document/edits.ts';
import { type Home, homeOf } from '../document/home.ts';
import type { FileKind } from '../document/recognise.ts';
import type { CompletionRequest, Proposal } from './request.ts';

/** What somebody begins a file with. */
export interface FileTemplate {
  /** What is typed for it, e.g. `ecs-fargate-web`. */
  readonly name: string;
  readonly description: string;
  /** VS Code's snippet syntax, indented with tabs. */
  readonly body: string;
}

/** How the texts of snippets/ write what depends on where a file belongs. */
const written = { account: '123456789012', region: 'eu-central-1', arn: 'arn:aws:', host: '.amazonaws.com' };

const all = Object.values(source);
const isContainer = ({ prefix }: { prefix: string }): boolean => prefix.endsWith('-container');
const isService = ({ prefix }: { prefix: string }): boolean => prefix.startsWith('ecs-service');

/** Whole files, in an account and Region where these are known; of one kind, where the file's name says which. */
export function fileTemplates(home: Home, kind: FileKind = 'other'): FileTemplate[] {
  const fits = {
    service: isService,
    taskDefinition: (one: { prefix: string }) => !isService(one),
    // These are never written by hand.
    wrapper: () => false,
    containers: () => false,
    serviceWrapper: () => false,
    serviceAnswer: () => false,
    serviceUpdate: () => false,
    other: () => true,
  }[kind];
  return all
    .filter((one) => !isContainer(one) && fits(one))
    .map(({ prefix: name, description, body }) => ({ name, description, body: inPlace(body, home) }));
}

/** Containers that a list can hold, beside the plain one. */
export function containerTemplates({ document, cursor, task }: CompletionRequest): Proposal[] {
  if (task.containers.some(({ fields }) => !fields.member('firelensConfiguration').missing)) return [];
  const indent = indentOfLine(document.text, cursor.token.offset);
  const unit = indentUnit(document.text);
  return all.filter(isContainer).map(({ prefix, description, body }) => ({
    label: prefix,
    value: undefined,
    detail: description,
    snippet: inPlace(body, homeOf(task)).replaceAll('\t', unit).replaceAll('\n', `\n${indent}`),
  }));
}

function inPlace(body: readonly string[], { account = written.account, region = written.region }: Home): string {
  return body
    .join('\n')
    .replaceAll(`:${written.account}}`, `:${account}}`)
    .replaceAll(`:${written.region}}`, `:${region}}`)
    .replaceAll(written.arn, `arn:${partitionOf(region)}:`)
    .replaceAll(written.host, `.${dnsSuffixOf(region)}`);
}
