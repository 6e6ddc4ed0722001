import { Uri } from 'vscode';
import { parseArn } from '../../ecs/arn.ts';

/** Hosts of the AWS console, by partition. */
const hosts: Readonly<Record<string, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
};

/** The console's page of whatever an ARN names; the console itself finds out which. */
export function consoleAddress(arn: string): Uri | undefined {
  const parsed = parseArn(arn);
  const host = parsed && hosts[parsed.partition];
  return host ? Uri.parse(`https://${host}/go/view?arn=${encodeURIComponent(arn)}`) : undefined;
}
