/** Addresses of the AWS console, for what a task definition names. Each is undefined where the text is no such thing. */

interface Arn {
  partition: string;
  service: string;
  region: string;
  account: string;
  resource: string;
}

/** The page of an ARN: a role, secret, parameter, S3 object or file system. */
export function pageOfArn(text: string): string | undefined {
  const arn = parseArn(text);
  if (!arn) return undefined;
  const { service, resource, region } = arn;
  const [kind = '', ...rest] = resource.split(/[:/]/);
  const console = consoleOf(arn);
  switch (service) {
    case 'iam':
      return kind === 'role' ? `${console}/iam/home#/roles/details/${encoded(rest.at(-1) ?? '')}` : undefined;
    case 'secretsmanager': {
      // The name, without the six characters that Secrets Manager puts behind it, and without key, stage and version.
      const name = (resource.split(':')[1] ?? '').replace(/-[A-Za-z0-9]{6}$/, '');
      return name ? `${console}/secretsmanager/secret?name=${encoded(name)}&region=${region}` : undefined;
    }
    case 'ssm': {
      if (kind !== 'parameter') return undefined;
      // A hierarchy begins with the slash that stands behind `parameter`; a flat name does not.
      const name = rest.length > 1 ? `/${rest.join('/')}` : rest.join('');
      return `${console}/systems-manager/parameters/${encoded(name)}/description?region=${region}`;
    }
    case 's3': {
      const [bucket = '', ...key] = resource.split('/');
      const s3 = consoleOf({ ...arn, region: '' });
      return `${s3}/s3/object/${bucket}?prefix=${encoded(key.join('/'))}`;
    }
    case 'elasticfilesystem':
      return kind === 'file-system'
        ? `${console}/efs/home?region=${region}#/file-systems/${rest.join('/')}`
        : undefined;
    default:
      return undefined;
  }
}

/** The page of an image: its ECR repository, the ECR gallery, Docker Hub, or GitHub's packages. */
export function pageOfImage(image: string): string | undefined {
  const name = image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
  const ecr = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|on\.aws)\/(.+)$/.exec(name);
  if (ecr) {
    const [, account = '', region = '', repository = ''] = ecr;
    const console = consoleOf({ partition: partitionOf(region), region });
    return `${console}/ecr/repositories/private/${account}/${repository}?region=${region}`;
  }
  if (name.startsWith('public.ecr.aws/')) return `https://gallery.ecr.aws/${name.slice('public.ecr.aws/'.length)}`;
  if (!/^[a-z0-9][\w.-]*(?:\/[\w.-]+)*$/.test(name)) return undefined;
  const [first = '', ...rest] = name.split('/');
  if (first === 'ghcr.io' || first === 'quay.io') return `https://${name}`;
  const hub = first === 'docker.io' ? rest : /[.:]|^localhost$/.test(first) && rest.length > 0 ? [] : [first, ...rest];
  if (hub.length === 1 || (hub.length === 2 && hub[0] === 'library')) return `https://hub.docker.com/_/${hub.at(-1)}`;
  return hub.length === 2 ? `https://hub.docker.com/r/${hub.join('/')}` : undefined;
}

export function pageOfLogGroup(group: string, region: string): string {
  // The console encodes twice, with a dollar sign in the place of the second percent sign.
  const name = encoded(encoded(group)).replaceAll('%', '$');
  const console = consoleOf({ partition: partitionOf(region), region });
  return `${console}/cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${name}`;
}

export function pageOfFileSystem(id: string, region: string): string {
  const console = consoleOf({ partition: partitionOf(region), region });
  return `${console}/efs/home?region=${region}#/file-systems/${id}`;
}

function parseArn(text: string): Arn | undefined {
  const match = /^arn:(aws[\w-]*):([\w-]+):([\w-]*):(\d{12})?:(.+)$/.exec(text);
  if (!match) return undefined;
  const [, partition = '', service = '', region = '', account = '', resource = ''] = match;
  return { partition, service, region, account, resource };
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

function consoleOf({ partition, region }: Pick<Arn, 'partition' | 'region'>): string {
  if (partition === 'aws-cn') return 'https://console.amazonaws.cn';
  if (partition === 'aws-us-gov') return 'https://console.amazonaws-us-gov.com';
  return region ? `https://${region}.console.aws.amazon.com` : 'https://console.aws.amazon.com';
}

/** Half a surrogate pair, which a broken file can hold, has no encoding. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
}
