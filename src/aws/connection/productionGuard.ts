/** How an account or a cluster is protected, from the weakest to the strictest. */
const protections = ['none', 'confirm', 'read-only'] as const;
export type Protection = (typeof protections)[number];

/**
 * Patterns to protection. A pattern is a name with `*` and `?`, which profile, account id and cluster name are held
 * against; `profile:`, `account:` or `cluster:` before it narrows it to one of them.
 */
export type GuardRules = Readonly<Record<string, Protection>>;

/** What the rules are held against; what is not known matches nothing. */
export interface Guarded {
  profile: string | undefined;
  account: string | undefined;
  cluster: string | undefined;
}

/**
 * The strictest protection that applies. Where no rule speaks of a cluster, one whose name has `prod` or `production`
 * as a word of its own is asked about.
 */
export function protectionOf(guarded: Guarded, rules: GuardRules): Protection {
  const matching = Object.entries(rules).filter(([pattern]) => matchesRule(pattern, guarded));
  if (matching.length === 0) return isProduction(guarded.cluster ?? '') ? 'confirm' : 'none';
  return strictest(matching.map(([, protection]) => protection));
}

/** The strictest of some protections. */
function strictest(all: readonly Protection[]): Protection {
  return protections.findLast((protection) => all.includes(protection)) ?? 'none';
}

/** Protection of the clusters that the input of a change names, and the name a person has to type for it. */
export function protectionOfChange(
  input: object,
  connection: Omit<Guarded, 'cluster'>,
  rules: GuardRules,
): { protection: Protection; names: readonly string[] } {
  const names = clusterNames(input);
  const clusters = names.length > 0 ? names : [undefined];
  return { protection: strictest(clusters.map((cluster) => protectionOf({ ...connection, cluster }, rules))), names };
}

/** Whether a name has `prod` or `production` as a delimited word: `shop-prod`, `ProdEu1`; not `nonprod`, `non-prod`, `product`. */
export function isProduction(name: string): boolean {
  const words = name
    .replaceAll(/([a-z])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$3-$2')
    .toLowerCase()
    .split(/[^a-z]+/);
  return words.some((word, index) => /^prod(uction)?$/.test(word) && words[index - 1] !== 'non');
}

function matchesRule(pattern: string, { profile, account, cluster }: Guarded): boolean {
  const [, kind, rest = ''] = /^(?:(profile|account|cluster):)?(.*)$/s.exec(pattern.trim()) ?? [];
  const named = { profile, account, cluster };
  const candidates = kind === undefined ? Object.values(named) : [named[kind as keyof typeof named]];
  return candidates.some((candidate) => candidate !== undefined && matchesName(candidate, rest));
}

/** Whether a name fits a pattern in which `*` stands for any characters and `?` for one. Case matters, as in AWS. */
function matchesName(name: string, pattern: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(name);
}

/** ARNs of things in a cluster: the cluster's name follows the kind. */
const inCluster =
  /^arn:[^:]*:ecs:[^:]*:[^:]*:(?:service|task|container-instance|service-deployment|service-revision|task-set)\/([^/]+)\//;
const ofCluster = /^arn:[^:]*:ecs:[^:]*:[^:]*:cluster\/([^/]+)$/;
/** How Application Auto Scaling names a service. */
const scalableTarget = /^service\/([^/]+)\/[^/]+$/;

/** Names of the clusters that the input of an operation speaks of, by whichever member it does so. */
function clusterNames(input: object): string[] {
  const names = Object.entries(input).flatMap(([key, value]) =>
    typeof value === 'string' ? clusterIn(key, value) : [],
  );
  return [...new Set(names)];
}

function clusterIn(key: string, value: string): string[] {
  const match = inCluster.exec(value) ?? ofCluster.exec(value) ?? scalableTarget.exec(value);
  if (match?.[1] !== undefined) return [match[1]];
  return key === 'cluster' || key === 'clusterName' ? [value] : [];
}
