import * as l10n from '@vscode/l10n';
import type { Container } from '../../taskdef/document/task.ts';
import { imageRepository, parseEcrImage } from '../../ecs/image.ts';
import type { Need } from './need.ts';
import { arnAt, inRegion, isExact, patternOf, type TaskHome } from './place.ts';

const authorize = 'ecr:GetAuthorizationToken';
const pull = ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'];

/** What pulling an image from a private repository of Amazon ECR needs; nothing for any other registry. */
export function imageNeeds({ fields, label }: Container, home: TaskHome): Need[] {
  const image = fields.str('image');
  const repository = repositoryOf(patternOf(image) ?? '', home);
  const at = image.node;
  if (repository === undefined || !at) return [];
  // Credentials of one's own are for another registry.
  if (fields.fields('repositoryCredentials').present && !isExact(repository)) return [];
  const isSure = parseEcrImage(image.value ?? '') !== undefined;
  const reason = l10n.t('The image of container {0} is pulled from Amazon ECR.', label);
  const maybe = l10n.t('The image of container {0} is filled in later and may come from Amazon ECR.', label);
  const shared = { role: 'execution', reason: image.value === undefined ? maybe : reason, at } as const;
  return [
    {
      ...shared,
      purpose: 'AuthorizeWithRegistry',
      actions: [authorize],
      resource: '*',
      ...(isSure ? { asked: ['*'] } : { onlyPerhaps: true }),
    },
    {
      ...shared,
      purpose: 'PullImages',
      actions: pull,
      resource: repository,
      ...(isSure && isExact(repository) ? { asked: [repository] } : {}),
      ...(isSure ? {} : { onlyPerhaps: true }),
    },
  ];
}

const ecrHost = /^(?<account>[^./]+)\.dkr[.-]ecr(?:-fips)?\.(?<region>[^./]+)\.[^/]+$/;
/** A host of which enough is left to be ECR's. */
const perhapsEcr = /^\*(?:$|.*(?:ecr|amazonaws))|\.dkr[.-]|\.ecr\./;

/** The repository of an image as an ARN, unknown parts as `*`; undefined where it is certainly none of ECR's. */
function repositoryOf(image: string, home: TaskHome): string | undefined {
  const name = imageRepository(image);
  const slash = name.indexOf('/');
  const host = slash < 0 ? name : name.slice(0, slash);
  const path = slash < 0 ? '*' : name.slice(slash + 1);
  const { account, region } = ecrHost.exec(host)?.groups ?? {};
  if (account !== undefined && region !== undefined) {
    if (slash < 0) return undefined;
    const owner = { ...home, account: account === '*' ? home.account : account };
    return arnAt(inRegion(owner, region), 'ecr', `repository/${path}`);
  }
  if (!host.startsWith('*') && !(host.includes('*') && perhapsEcr.test(host))) return undefined;
  if (slash >= 0 && !perhapsEcr.test(host)) return undefined;
  return arnAt(home, 'ecr', `repository/${path}`);
}
