import { type Arn, familyOf, parseArn } from './arn.ts';
import { parseEcrImage } from './image.ts';
import { partitionOf, partitions } from './partitions.ts';

/** The page of the AWS console for what an ARN names; undefined where it has none that is known, or no public console. */
export function consoleUrl(text: string): string | undefined {
  const arn = parseArn(text);
  if (!arn || !/^(\d{12})?$/.test(arn.account)) return undefined;
  const path = pathOf(arn);
  return path === undefined ? undefined : address(arn, path);
}

/** The page of whatever an ARN names: the console itself finds out which that is. */
export function anyConsoleUrl(text: string): string | undefined {
  const arn = parseArn(text);
  return arn && address({ ...arn, region: '' }, `go/view?arn=${encoded(text)}`);
}

/** The page of a family's revisions. */
export function familyConsoleUrl(family: string, region: string, partition: string): string | undefined {
  return address({ partition, region }, `ecs/v2/task-definitions/${encoded(family)}?region=${region}`);
}

/** The page of an image: its ECR repository, the ECR gallery, Docker Hub, or GitHub's packages. */
export function imageUrl(image: string): string | undefined {
  const name = image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
  const ecr = parseEcrImage(image);
  if (ecr) {
    const { registryId, region, repositoryName } = ecr;
    return inRegion(region, `ecr/repositories/private/${registryId}/${repositoryName}?region=${region}`);
  }
  if (name.startsWith('public.ecr.aws/')) return `https://gallery.ecr.aws/${name.slice('public.ecr.aws/'.length)}`;
  if (!/^[a-z0-9][\w.-]*(?:\/[\w.-]+)*$/.test(name)) return undefined;
  const [first = '', ...rest] = name.split('/');
  if (first === 'ghcr.io' || first === 'quay.io') return `https://${name}`;
  const hub = first === 'docker.io' ? rest : /[.:]|^localhost$/.test(first) && rest.length > 0 ? [] : [first, ...rest];
  if (hub.length === 1 || (hub.length === 2 && hub[0] === 'library')) return `https://hub.docker.com/_/${hub.at(-1)}`;
  return hub.length === 2 ? `https://hub.docker.com/r/${hub.join('/')}` : undefined;
}

/** The page of a log group, by its name. */
export function logGroupUrl(group: string, region: string): string | undefined {
  return inRegion(region, logGroupPath(group, region));
}

/** The page of an EFS file system, by its id. */
export function fileSystemUrl(id: string, region: string): string | undefined {
  return inRegion(region, fileSystemPath(id, region));
}

/** The page of a subnet or a security group, by its id. */
export function networkUrl(id: string, region: string): string | undefined {
  if (/^subnet-[0-9a-f]+$/.test(id))
    return inRegion(region, `vpcconsole/home?region=${region}#SubnetDetails:subnetId=${id}`);
  return /^sg-[0-9a-f]+$/.test(id)
    ? inRegion(region, `ec2/home?region=${region}#SecurityGroup:groupId=${id}`)
    : undefined;
}

function inRegion(region: string, path: string): string | undefined {
  return address({ partition: partitionOf(region), region }, path);
}

/** Never the console of another partition: it would ask for an account that is not there. */
function address({ partition, region }: Pick<Arn, 'partition' | 'region'>, path: string): string | undefined {
  const console = partitions.find(({ id }) => id === partition)?.console;
  if (!console) return undefined;
  const host = region && console.hasRegionalHosts ? `${region}.${console.host}` : console.host;
  return `https://${host}/${path}`;
}

function pathOf(arn: Arn): string | undefined {
  const { service, resource, region } = arn;
  const [kind = '', ...rest] = resource.split(/[:/]/);
  switch (service) {
    case 'ecs':
      return ecsPath(arn);
    case 'ecr':
      return kind === 'repository'
        ? `ecr/repositories/private/${arn.account}/${rest.join('/')}?region=${region}`
        : undefined;
    case 'iam':
      return kind === 'role' ? `iam/home#/roles/details/${encoded(rest.at(-1) ?? '')}` : undefined;
    case 'logs':
      return kind === 'log-group' ? logGroupPath(resource.split(':')[1] ?? '', region) : undefined;
    case 'secretsmanager': {
      // The name, without the six characters that Secrets Manager puts behind it, and without key, stage and version.
      const name = (resource.split(':')[1] ?? '').replace(/-[A-Za-z0-9]{6}$/, '');
      return name ? `secretsmanager/secret?name=${encoded(name)}&region=${region}` : undefined;
    }
    case 'ssm': {
      if (kind !== 'parameter') return undefined;
      // A hierarchy begins with the slash that stands behind `parameter`; a flat name does not.
      const name = rest.length > 1 ? `/${rest.join('/')}` : rest.join('');
      return `systems-manager/parameters/${encoded(name)}/description?region=${region}`;
    }
    case 's3': {
      // An access point is in a Region, an object in none.
      if (region !== '') return undefined;
      const [bucket = '', ...key] = resource.split('/');
      return `s3/object/${bucket}?prefix=${encoded(key.join('/'))}`;
    }
    case 'elasticloadbalancing':
      return kind === 'targetgroup' ? `ec2/home?region=${region}#TargetGroup:targetGroupArn=${text(arn)}` : undefined;
    case 'lambda':
      return kind === 'function' ? `lambda/home?region=${region}#/functions/${encoded(rest[0] ?? '')}` : undefined;
    case 'elasticfilesystem':
      return kind === 'file-system' ? fileSystemPath(rest.join('/'), region) : undefined;
    default:
      return undefined;
  }
}

function ecsPath({ resource, region }: Arn): string | undefined {
  const [kind = '', ...parts] = resource.split('/');
  const [first = '', second = ''] = parts.map(encoded);
  const page = (path: string): string => `ecs/v2/${path}?region=${region}`;
  switch (kind) {
    case 'cluster':
      return page(`clusters/${first}/services`);
    case 'service':
      return second === '' ? undefined : page(`clusters/${first}/services/${second}/health`);
    case 'task':
      return second === '' ? undefined : page(`clusters/${first}/tasks/${second}/configuration`);
    case 'container-instance':
      return second === '' ? undefined : page(`clusters/${first}/infrastructure/container-instances/${second}`);
    case 'task-definition': {
      const revision = /:(\d*)$/.exec(resource)?.[1] ?? '';
      return page(`task-definitions/${encoded(familyOf(resource))}/${revision}/containers`);
    }
    default:
      return undefined;
  }
}

function logGroupPath(group: string, region: string): string {
  // The console encodes twice, with a dollar sign in the place of the second percent sign.
  const name = encoded(encoded(group)).replaceAll('%', '$');
  return `cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${name}`;
}

function fileSystemPath(id: string, region: string): string {
  return `efs/home?region=${region}#/file-systems/${id}`;
}

function text({ partition, service, region, account, resource }: Arn): string {
  return `arn:${partition}:${service}:${region}:${account}:${resource.split('/').map(encoded).join('/')}`;
}

/** Half a surrogate pair, which a broken file can hold, has no encoding. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
}
