import * as l10n from '@vscode/l10n';
import { parseArn } from '../../ecs/arn.ts';

/** What is wrong with an ARN that is not a role's. */
export function roleFlaw(name: string, value: string): string {
  const arn = parseArn(value);
  if (arn && arn.service !== 'iam') return l10n.t('{0} is an ARN of {1}, not of an IAM role.', name, arn.service);
  if (arn && !/^\d{12}$/.test(arn.account))
    return l10n.t('{0} has no account of 12 digits: an IAM role is arn:aws:iam::123456789012:role/name.', name);
  return l10n.t('{0} is not the ARN of an IAM role: arn:aws:iam::123456789012:role/name.', name);
}
