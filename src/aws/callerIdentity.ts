/** Who AWS takes us for. Source: STS GetCallerIdentity. */
export interface CallerIdentity {
  /** Twelve digits. */
  account: string;
  arn: string;
  /** `aws`, `aws-cn`, `aws-us-gov` … */
  partition: string;
}

export function toCallerIdentity(output: { Account?: string; Arn?: string }): CallerIdentity {
  const arn = output.Arn ?? '';
  return { account: output.Account ?? '', arn, partition: arn.split(':')[1] || 'aws' };
}
