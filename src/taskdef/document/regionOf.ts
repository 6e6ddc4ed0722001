import type { SourceDocument } from './document.ts';

interface HasDocument {
  readonly document: SourceDocument;
}

const regionPatterns = [
  /arn:aws[\w-]*:[a-z0-9-]+:([a-z]{2}(?:-[a-z]+)+-\d):/g,
  /\.dkr[.-]ecr(?:-fips)?\.([a-z]{2}(?:-[a-z]+)+-\d)\./g,
  /"awslogs-region"\s*:\s*"([a-z]{2}(?:-[a-z]+)+-\d)"/g,
];
const accountPatterns = [/(?::|\/|")(\d{12})(?::|\.dkr)/g];

const regions = new WeakMap<SourceDocument, string | undefined>();
const accounts = new WeakMap<SourceDocument, string | undefined>();

/** The Region that the file's ARNs, ECR images and log options name most often; undefined when they name none. */
export function regionOf({ document }: HasDocument): string | undefined {
  return commonest(document, regionPatterns, regions);
}

/** The account that the file's ARNs and ECR images name most often; undefined when they name none. */
export function accountOf({ document }: HasDocument): string | undefined {
  return commonest(document, accountPatterns, accounts);
}

/** Counted once for each document: the fixes of many findings ask. */
function commonest(
  document: SourceDocument,
  patterns: readonly RegExp[],
  memory: WeakMap<SourceDocument, string | undefined>,
): string | undefined {
  if (memory.has(document)) return memory.get(document);
  const counts = new Map<string, number>();
  for (const pattern of patterns) {
    for (const [, found] of document.text.matchAll(pattern)) counts.set(found!, (counts.get(found!) ?? 0) + 1);
  }
  const found = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  memory.set(document, found);
  return found;
}
