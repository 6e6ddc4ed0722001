import { nameOfArn, parseArn } from './arn.ts';

/** Console hosts by partition. Source: https://docs.aws.amazon.com/general/latest/gr/aws-arns-and-namespaces.html */
const hosts: Readonly<Record<string, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
  'aws-eusc': 'console.amazonaws-eusc.eu',
  'aws-iso': 'console.c2shome.ic.gov',
  'aws-iso-b': 'console.sc2shome.sgov.gov',
};

/** The page of the AWS console for something of ECS, by its ARN, or undefined for an ARN of something else. */
export function consoleUrl(arn: string): string | undefined {
  const parsed = parseArn(arn);
  if (parsed?.service !== 'ecs') return undefined;
  const path = pathOf(parsed.resource);
  const host = hosts[parsed.partition] ?? hosts['aws'];
  const { region } = parsed;
  // Only the commercial partition has a host for each Region.
  const prefix = parsed.partition === 'aws' ? `${region}.` : '';
  return path === undefined ? undefined : `https://${prefix}${host}/ecs/v2/${path}?region=${region}`;
}

function pathOf(resource: string): string | undefined {
  const [kind = '', ...parts] = resource.split('/');
  const [first = '', second = ''] = parts.map(encodeURIComponent);
  switch (kind) {
    case 'cluster':
      return `clusters/${first}/services`;
    case 'service':
      return second === '' ? undefined : `clusters/${first}/services/${second}/health`;
    case 'task':
      return second === '' ? undefined : `clusters/${first}/tasks/${second}/configuration`;
    case 'container-instance':
      return second === '' ? undefined : `clusters/${first}/infrastructure/container-instances/${second}`;
    case 'task-definition': {
      const [family = '', revision = ''] = nameOfArn(resource).split(':');
      return `task-definitions/${encodeURIComponent(family)}/${revision}/containers`;
    }
    default:
      return undefined;
  }
}

/** The console's page of a family's revisions. */
export function familyConsoleUrl(family: string, region: string, partition: string): string {
  const host = hosts[partition] ?? hosts['aws'];
  const prefix = partition === 'aws' ? `${region}.` : '';
  return `https://${prefix}${host}/ecs/v2/task-definitions/${encodeURIComponent(family)}?region=${region}`;
}
