import type { Account } from '../account.ts';
import { pushImage } from '../ecr/ecrService.ts';
import { rolesOf } from '../iam/roles.ts';
import type { RegionState } from '../regionState.ts';
import { secretsOf } from '../secrets/secretsService.ts';
import { parametersOf } from '../ssm/ssmService.ts';
import { shopApps, type ShopApp, shopParameter, shopRole, shopSecret, taskRoleName, type Place } from './shopApps.ts';

const DAY = 86_400_000;
const tasks = 'ecs-tasks.amazonaws.com';

/** What all environments of an account share: the images of the shop, and the roles that its tasks and its pipeline take. */
export function furnishAccount(account: Account): void {
  const now = account.world.clock.now();
  for (const app of shopApps) {
    const all = [...app.tags, ...(app.next ?? [])];
    for (const [index, tag] of all.entries()) {
      const pushedAt = new Date(now - (all.length - index) * 16 * DAY);
      pushImage(account, `shop/${app.name}`, tag, { pushedAt, platforms: ['linux/amd64'], bytes: sizeOf(app, index) });
      account.images.add(`*/shop/${app.name}:${tag}`, app.behaviour);
    }
    // What somebody pushes tomorrow: patch versions of what there is.
    const [major] = (app.tags.at(-1) ?? '').split('.');
    if (app.name !== 'recommendations') account.images.add(`*/shop/${app.name}:${major}.*`, app.behaviour);
  }
  furnishRoles(account);
}

/** What AWS's own policy grants to an execution role. */
const pullAndLog = 'service-role/AmazonECSTaskExecutionRolePolicy';

/** The roles that all environments share, and some that somebody forgot something in. */
function furnishRoles(account: Account): void {
  const roles = rolesOf(account);
  const readSecrets = allows(
    ['secretsmanager:GetSecretValue', 'ssm:GetParameters'],
    [`arn:aws:secretsmanager:*:${account.id}:secret:shop/*`, `arn:aws:ssm:*:${account.id}:parameter/shop/*`],
  );
  roles.add(shopRole.execution, { trusts: tasks, attached: [pullAndLog], inline: { 'read-secrets': readSecrets } });
  roles.set(shopRole.pipeline, 'codebuild.amazonaws.com');
  roles.add(shopRole.withoutSecrets, { trusts: tasks, attached: [pullAndLog] });
  const pull = ['ecr:GetAuthorizationToken', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
  const check = ['ecr:BatchCheckLayerAvailability'];
  roles.add(shopRole.withoutLogs, { trusts: tasks, inline: { pull: allows([...pull, ...check], ['*']) } });
  roles.add(shopRole.untrusting, { trusts: 'ec2.amazonaws.com', attached: [pullAndLog] });
}

function allows(actions: readonly string[], resources: readonly string[]): object {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: resources }] };
}

/** What an application does for itself, and what its collector does beside it. */
function taskPolicies(app: ShopApp, place: Place): Record<string, object> {
  const queue = `arn:aws:sqs:${place.region}:${place.accountId}:${app.name}-${place.environment}`;
  const collector = ['xray:Put*', 'xray:Get*', 'logs:*'];
  return {
    application: allows(['sqs:SendMessage', 'sqs:ReceiveMessage', 'sqs:DeleteMessage'], [queue]),
    'ecs-exec': allows(['ssmmessages:*'], ['*']),
    collector: allows(collector, ['*']),
  };
}

/** What one environment has of its own: the roles of its tasks, and the secrets and parameters that they are given. */
export function furnishEnvironment(region: RegionState, place: Place): void {
  for (const app of shopApps) {
    rolesOf(region.account).add(taskRoleName(app, place), { trusts: tasks, inline: taskPolicies(app, place) });
    if (!app.secrets) continue;
    const values = Object.fromEntries(app.secrets.map((name) => [name, `${place.environment}-not-a-real-value`]));
    secretsOf(region).set(shopSecret(app, place), JSON.stringify(values));
  }
  parametersOf(region).add(shopParameter(place));
}

/** Some tens of megabytes, a little more with each version. */
function sizeOf({ name }: ShopApp, version: number): number {
  return (40 + name.length * 7 + version) * 1_000_000;
}
