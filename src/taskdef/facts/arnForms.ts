import * as l10n from '@vscode/l10n';
import { parseArn } from '../../ecs/arn.ts';
import { isStandIn } from '../document/placeholders.ts';

const account = String.raw`\d{12}`;
const region = '[a-z0-9-]+';

function form(service: string, resource: string, where = `${region}:${account}`): RegExp {
  return new RegExp(String.raw`^arn:aws[\w-]*:${service}:${where}:${resource}$`);
}

/** How ARNs of things look that task and service definitions name. */
const forms = {
  role: form('iam', String.raw`role\/[\w+=,.@/-]+`, `:${account}`),
  targetGroup: form('elasticloadbalancing', String.raw`targetgroup\/[^/]+\/[^/]+`),
  registry: form('servicediscovery', String.raw`service\/.+`),
  namespace: form('servicediscovery', String.raw`namespace\/.+`),
  latticeTargetGroup: form('vpc-lattice', String.raw`targetgroup\/.+`),
} as const;

/** Whether a text is such an ARN, or a word such as TARGET_GROUP_ARN for which a script puts one. */
export function isArnOf(kind: keyof typeof forms, text: string): boolean {
  return forms[kind].test(text) || isStandIn(text);
}

/** What is wrong with an ARN that is not a role's. */
export function roleFlaw(name: string, value: string): string {
  return roleFlawOf(name, parseArn(value));
}

/** The same of the parts that are known. */
export function roleFlawOf(name: string, arn: { service?: string; account?: string } | undefined): string {
  if (arn?.service !== undefined && arn.service !== 'iam')
    return l10n.t('{0} is an ARN of {1}, not of an IAM role.', name, arn.service);
  if (arn?.service !== undefined && arn.account !== undefined && !/^\d{12}$/.test(arn.account))
    return l10n.t('{0} has no account of 12 digits: an IAM role is arn:aws:iam::123456789012:role/name.', name);
  return l10n.t('{0} is not the ARN of an IAM role: arn:aws:iam::123456789012:role/name.', name);
}
