import type { FileKind } from './document/recognise.ts';
import { isAboutService } from './document/content.ts';
import type { Range } from './document/range.ts';
import type { Subject, Task } from './document/task.ts';
import type { Tool } from './document/siblingFacts.ts';
import { type Deployer, deployers, type Flaw, treatmentOf, type Way } from './facts/toolBehaviour.ts';
import type { CheckContext } from './rule/checkContext.ts';
import type { Severity } from './rule/finding.ts';
import { writesImage } from './rule/imageWriters.ts';
import type { Problem, Rule } from './rule/rule.ts';

/** How a problem weighs with the tools that deploy the file. */
export interface Weighed {
  severity: Severity;
  /** The tools that mind, where others do not, or less. */
  minding: readonly Tool[];
}

/** What a tool makes of a file stands in facts/toolBehaviour.ts; here it becomes the weight of a finding. Undefined: nobody minds. */
export function weigh<S extends Subject>(
  rule: Rule<S>,
  problem: Problem,
  own: Severity,
  subject: S,
  context: CheckContext,
): Weighed | undefined {
  const uses = usesIn(context, subject.document.kind);
  if (uses.length === 0) return { severity: own, minding: [] };
  const flaw = problem.flaw ?? rule.flaw ?? (rule.neededEvenEmpty ? undefined : emptinessOf(subject, problem.at));
  const weights = uses.map((use) => ({
    tool: use.tool,
    severity: isOverwritten(subject, problem.at, use) ? undefined : withUse(flaw, use, own, problem.severity),
  }));
  const gravest = severities.find((one) => weights.some(({ severity }) => severity === one));
  if (gravest === undefined) return undefined;
  const minding = weights.filter(({ severity }) => severity === gravest).map(({ tool }) => tool);
  const isAgreed = minding.length === weights.length;
  return { severity: gravest, minding: isAgreed ? [] : [...new Set(minding)].filter((tool) => tool !== 'terraform') };
}

const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

type Use = Way & { tool: Deployer };

function usesIn({ uses, tool }: CheckContext, kind: FileKind): readonly Use[] {
  const isService = isAboutService(kind);
  if (uses && uses.length > 0) return uses.map((use) => ({ ...use, isService }));
  return tool ? [{ tool, isService }] : kind === 'containers' ? [{ tool: 'terraform' }] : [];
}

function withUse(flaw: Flaw | undefined, { tool, ...use }: Use, own: Severity, said?: Severity): Severity {
  switch (flaw && treatmentOf(flaw, tool, use)) {
    case 'refuses':
      return said ?? 'error';
    case 'repairs':
      return milder(own, 'info');
    case 'loses':
    case 'unclear':
      return milder(own, 'warning');
    default:
      return own;
  }
}

function milder(a: Severity, b: Severity): Severity {
  return severities.indexOf(a) > severities.indexOf(b) ? a : b;
}

/** How a rule weighs with each tool with which it weighs otherwise. */
export function severityByDeployer(rule: Pick<Rule, 'severity' | 'flaw'>): Partial<Record<Deployer, Severity>> {
  const weights = deployers.map((tool) => [tool, withUse(rule.flaw, { tool }, rule.severity)] as const);
  return Object.fromEntries(weights.filter(([, severity]) => severity !== rule.severity));
}

/** Whether all tools that get the file repair a flaw, and at least one does. */
export function isRepaired(flaw: Flaw, context: CheckContext, kind: FileKind): boolean {
  const uses = usesIn(context, kind);
  return uses.length > 0 && uses.every(({ tool, ...use }) => treatmentOf(flaw, tool, use) === 'repairs');
}

/** Whether all tools that get the file are given a member of its root beside it. */
export function isGiven(member: string, context: CheckContext, kind: FileKind): boolean {
  const uses = usesIn(context, kind);
  return uses.length > 0 && uses.every(({ rewriting }) => rewriting?.given?.includes(member));
}

/** The tools that stop at a flaw, of those that get the file. */
export function refusing(flaw: Flaw, context: CheckContext, kind: FileKind): Tool[] {
  const found = usesIn(context, kind).filter(({ tool, ...use }) => treatmentOf(flaw, tool, use) === 'refuses');
  return [...new Set(found.map(({ tool }) => tool))].filter((tool) => tool !== 'terraform');
}

const longestEmpty = 400;

/** What is empty about the marked value, if that is all there is to it. */
function emptinessOf({ document: { text } }: Subject, { offset, length }: Range): Flaw | undefined {
  if (length > longestEmpty) return undefined;
  const marked = text.slice(offset, offset + length);
  if (marked === '""') return 'emptyText';
  if (marked === 'null') return 'null';
  if (/^\[\s*\]$/.test(marked)) return 'emptyList';
  return /^[[{]/.test(marked) && isHollow(marked) ? 'emptyObject' : undefined;
}

/** A list or object in which there is nothing but what is empty itself. */
function isHollow(json: string): boolean {
  try {
    return isEmptyValue(JSON.parse(json));
  } catch {
    return false;
  }
}

function isEmptyValue(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isEmptyValue);
  return value === null || value === '';
}

/** Whether other text stands there, or none, once the file reaches the tool. */
function isOverwritten(subject: Subject, at: Range, { rewriting }: Use): boolean {
  if (!rewriting) return false;
  const { texts, removed = [], given = [], images } = rewriting;
  const marked = subject.document.text.slice(at.offset, at.offset + at.length);
  if (texts && marked.startsWith('"') && texts.some((text) => marked.includes(text))) return true;
  if (isWithin(at, subject, [...removed, ...given])) return true;
  if (!images) return false;
  const containers = (subject as Partial<Task>).containers ?? [];
  return containers.some((container) => {
    const { node } = container.fields.member('image');
    return node !== undefined && contains(node, at) && writesImage({ rewriting }, container);
  });
}

/** Whether a place lies in a member of the file's root that has one of these names. */
function isWithin(at: Range, { document: { root } }: Subject, names: readonly string[]): boolean {
  return (root?.children ?? []).some(
    (property) => names.includes(String(property.children?.[0]?.value)) && contains(property, at),
  );
}

function contains(outer: Range, inner: Range): boolean {
  return outer.offset <= inner.offset && inner.offset + inner.length <= outer.offset + outer.length;
}
