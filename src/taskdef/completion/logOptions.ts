import * as l10n from '@vscode/l10n';
import { firelensOptions, logOptions } from '../facts/logOptionTable.ts';
import { awslogsDefaults } from '../facts/awslogsDefaults.ts';
import type { CompletionRequest, Proposal } from './request.ts';
import { nodeAt } from '../document/nodeAt.ts';
import { Fields } from '../document/fields.ts';

/** Names of the options that the log driver (or FireLens itself) takes and that are not there yet. */
export function logOptionNames(request: CompletionRequest, present: ReadonlySet<string>): Proposal[] {
  const { place } = request;
  if (place.member?.id === 'FirelensConfiguration.options') return firelensConfiguration(present);
  if (place.member?.id !== 'LogConfiguration.options') return [];
  const driver = logDriver(request);
  if (driver === 'awsfirelens') return names(firelensNames(request), [], present, {});
  const options = driver === undefined ? undefined : logOptions[driver];
  if (!options) return [];
  return names(
    options.required,
    options.optional,
    present,
    driver === 'awslogs' ? awslogsDefaults(request.task) : {},
    options.values,
  );
}

function names(
  required: readonly string[],
  optional: readonly string[],
  present: ReadonlySet<string>,
  values: Readonly<Record<string, string>>,
  choices: Readonly<Record<string, readonly string[]>> = {},
): Proposal[] {
  return [...required, ...optional]
    .filter((name) => !present.has(name))
    .filter((name) => !(name === 'awslogs-datetime-format' && present.has('awslogs-multiline-pattern')))
    .filter((name) => !(name === 'awslogs-multiline-pattern' && present.has('awslogs-datetime-format')))
    .map((name) => ({
      label: name,
      value: undefined,
      snippet: `"\${1:${values[name] ?? choices[name]?.[0] ?? samples[name] ?? 'value'}}"`,
      detail: required.includes(name) ? l10n.t('required') : undefined,
    }));
}

const samples: Readonly<Record<string, string>> = {
  'max-buffer-size': '10m',
  'max-size': '10m',
  'max-file': '3',
  Name: 'cloudwatch_logs',
};

function firelensConfiguration(present: ReadonlySet<string>): Proposal[] {
  const values: Record<string, string> = {
    'enable-ecs-log-metadata': 'true',
    'config-file-type': 'file',
    'config-file-value': '/extra.conf',
  };
  return names([], Object.keys(values), present, values);
}

function firelensNames({ holder }: CompletionRequest): string[] {
  const plugin = holder.str('Name').value;
  const known = plugin === undefined ? [] : (firelensOptions[plugin] ?? []);
  return [...(holder.has('Name') ? [] : ['Name']), ...known, 'log-driver-buffer-limit', 'retry_limit'];
}

/** The driver beside the options at the cursor. */
function logDriver({ document, cursor }: CompletionRequest): string | undefined {
  const at = cursor.path.lastIndexOf('logConfiguration');
  if (at < 0) return undefined;
  const node = nodeAt(document, cursor.path.slice(0, at + 1));
  return node && new Fields(document, { node, missing: false }).str('logDriver').value;
}

/** Values of the log option at the cursor that has a fixed set of them. */
export function logOptionValues(request: CompletionRequest): Proposal[] {
  const name = request.place.mapKey;
  if (name === undefined) return [];
  if (request.place.member?.id === 'FirelensConfiguration.options') {
    const values: Record<string, string[]> = {
      'enable-ecs-log-metadata': ['true', 'false'],
      'config-file-type': ['file', 's3'],
    };
    return (values[name] ?? []).map((value) => ({ value }));
  }
  const driver = logDriver(request);
  if (driver === 'awsfirelens' && name === 'Name') return Object.keys(firelensOptions).map((value) => ({ value }));
  const preset = driver === 'awslogs' ? awslogsDefaults(request.task)[name] : undefined;
  const choices =
    (driver === undefined ? undefined : logOptions[driver]?.values?.[name]) ?? (preset === undefined ? [] : [preset]);
  return choices.map((value) => ({ value }));
}
