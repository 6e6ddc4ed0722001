import type { FileKind } from '../../../../src/taskdef/document/recognise.ts';

/** One finding of a file, and why ECS, a tool or a person minds. */
export interface ExpectedFinding {
  readonly severity: 'error' | 'warning';
  readonly rule: string;
  /** Where it stands: its line, and the first characters of what it marks. */
  readonly at: string;
  readonly why: string;
}

interface ExpectedFile {
  /** What the file is taken for; a task definition where nothing is said. */
  readonly kind?: FileKind;
  /** What it is about. */
  readonly about: string;
  /** Its errors and warnings in the order of the file; without them it has none. */
  readonly findings?: readonly ExpectedFinding[];
  /** Members that only DescribeTaskDefinition writes, each an error of TD002. */
  readonly outputOnly?: string;
  /** How many members are null, each an error of TD00A. */
  readonly nulls?: number;
}

/** By path in the corpus. */
export type ExpectedFiles = Readonly<Record<string, ExpectedFile>>;

/** What ECS refuses, or what keeps the task from starting. */
export function error(rule: string, at: string, why: string): ExpectedFinding {
  return { severity: 'error', rule, at, why };
}

/** What is likely a mistake. */
export function warning(rule: string, at: string, why: string): ExpectedFinding {
  return { severity: 'warning', rule, at, why };
}
