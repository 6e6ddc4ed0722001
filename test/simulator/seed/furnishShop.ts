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
  rolesOf(account).set(shopRole.execution, tasks).set(shopRole.pipeline, 'codebuild.amazonaws.com');
}

/** What one environment has of its own: the roles of its tasks, and the secrets and parameters that they are given. */
export function furnishEnvironment(region: RegionState, place: Place): void {
  for (const app of shopApps) {
    rolesOf(region.account).set(taskRoleName(app, place), tasks);
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
