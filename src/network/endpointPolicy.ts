import type { EndpointService, Purpose } from './destination.ts';
import type { Certainty } from './firewall.ts';

/**
 * What is called through an endpoint.
 * Source: https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
 */
const actions: Partial<Record<EndpointService, readonly string[]>> = {
  'ecr.api': ['ecr:getauthorizationtoken'],
  'ecr.dkr': ['ecr:batchgetimage', 'ecr:getdownloadurlforlayer'],
  s3: ['s3:getobject'],
  logs: ['logs:createlogstream', 'logs:putlogevents'],
  secretsmanager: ['secretsmanager:getsecretvalue'],
  ssm: ['ssm:getparameters'],
};

interface Statement {
  Effect?: unknown;
  Action?: unknown;
  Resource?: unknown;
  Principal?: unknown;
  Condition?: unknown;
}

/**
 * Whether the policy of an endpoint lets pass what ECS calls. It is judged only as far as it is plain: one that forbids
 * anything, or allows it on conditions, to somebody or on some resources, is `unknown`.
 */
export function policyLets(
  document: string | undefined,
  service: EndpointService,
  purpose: Purpose,
  region: string,
): Certainty {
  if (!document) return 'yes';
  const statements = statementsOf(document);
  if (!statements) return 'unknown';
  const allows = statements.filter(({ Effect }) => Effect === 'Allow');
  if (allows.length < statements.length) return allows.length === 0 ? 'no' : 'unknown';
  const needed = actions[service];
  const open = allows.filter((one) => one.Condition === undefined && isAnybody(one.Principal));
  const lets = (action: string | undefined): boolean =>
    open.some(({ Action, Resource }) => {
      const isNamed = textsOf(Action).some((pattern) => matches(pattern.toLowerCase(), action ?? ''));
      const onAll = textsOf(Resource).includes('*');
      return (isNamed || textsOf(Action).includes('*')) && (onAll || isLayers(Resource, service, purpose, region));
    });
  return (needed ?? [undefined]).every(lets) ? 'yes' : 'unknown';
}

/** Whether it names the bucket in which ECR keeps the layers of a Region. */
function isLayers(resource: unknown, service: EndpointService, purpose: Purpose, region: string): boolean {
  const bucket = `:s3:::prod-${region}-starport-layer-bucket/*`;
  return service === 's3' && purpose === 'image' && textsOf(resource).some((one) => one.endsWith(bucket));
}

function statementsOf(document: string): Statement[] | undefined {
  try {
    const { Statement } = JSON.parse(document) as { Statement?: unknown };
    return (Array.isArray(Statement) ? Statement : [Statement]).filter(
      (one): one is Statement => typeof one === 'object' && one !== null,
    );
  } catch {
    return undefined;
  }
}

function isAnybody(principal: unknown): boolean {
  if (typeof principal === 'object' && principal !== null) {
    return textsOf((principal as Record<string, unknown>)['AWS']).includes('*');
  }
  return principal === '*';
}

function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
}

function matches(pattern: string, action: string): boolean {
  const [start = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return pattern === action;
  return action.startsWith(start) && action.endsWith(rest.at(-1) ?? '');
}
