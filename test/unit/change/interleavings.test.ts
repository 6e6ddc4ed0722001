import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { AwsError } from '../../../src/aws/errors.ts';
import { autoScalingOf } from '../../simulator/autoscaling/autoScalingService.ts';
import { beginDeployment } from '../../simulator/ecs/scheduler/deployments.ts';
import type { FaultKind } from '../../simulator/faults.ts';
import { rolesOf } from '../../simulator/iam/roles.ts';
import { Random } from '../../simulator/random.ts';
import { SHOP_REGION } from '../../simulator/seed/shop.ts';
import { type Asked, stage, Uri } from '../../support/vscodeStandIn.ts';
import { commandNamed } from './commandNamed.ts';
import { cluster, type CommandStage, openStage } from './commandStage.ts';

const rounds = Number(process.env['CHANGE_RUNS'] ?? 4);

interface Changing {
  command: string;
  /** Whether it is about the service as it stands, and not about something of its own. */
  ofService?: boolean;
  /** Operations that it may send. */
  operations: readonly string[];
  /** What is answered to a question that contains the text; any other question is a failure of the test. */
  answers: readonly (readonly [question: string, answer: string])[];
  argument?: (shop: CommandStage) => unknown;
  /** What holds before it. */
  prepare?: (shop: CommandStage, random: Random) => void;
  /** Whether what it made is there, where a refusal later on takes it back. */
  isThere?: (shop: CommandStage) => boolean;
}

const task = (shop: CommandStage): unknown => {
  const tasks = shop.server.account.region(SHOP_REGION).ecs.clusters.get(cluster)?.tasks.values() ?? [];
  const [found] = [...tasks].filter(({ data }) => data.group === 'service:checkout');
  const { connection, clusterArn } = shop.service('checkout').resource;
  return { resource: { kind: 'task', connection, clusterArn, taskArn: found?.data.taskArn } };
};

const revision = (shop: CommandStage): unknown => {
  const { connection, serviceArn } = shop.service('checkout').resource;
  const taskDefinitionArn = serviceArn.replace(/service\/.*/, 'task-definition/checkout-dev:1');
  return { resource: { kind: 'revision', connection, taskDefinitionArn } };
};

const resourceId = `service/${cluster}/checkout`;

/** In half of the rounds the service is scaled automatically. */
function scaledSometimes(shop: CommandStage, random: Random, suspended = false): void {
  if (random.chance(0.5)) return;
  const { targets } = autoScalingOf(shop.server.account.region(SHOP_REGION));
  targets.set(resourceId, {
    ServiceNamespace: 'ecs',
    ScalableDimension: 'ecs:service:DesiredCount',
    ResourceId: resourceId,
    RoleARN: 'arn:aws:iam::123456789012:role/scaling',
    CreationTime: new Date(0),
    MinCapacity: 1,
    MaxCapacity: 4,
    SuspendedState: {
      DynamicScalingInSuspended: suspended,
      DynamicScalingOutSuspended: suspended,
      ScheduledScalingSuspended: suspended,
    },
  });
}

function paused(shop: CommandStage, random: Random): void {
  const service = shop.server.account.region(SHOP_REGION).ecs.clusters.get(cluster)?.services.get('checkout');
  if (!service) return;
  service.desiredCount = 0;
  service.tags.push({ key: 'ecs-workbench:paused-desired-count', value: '2' });
  scaledSometimes(shop, random, true);
}

const folder = await mkdtemp(join(tmpdir(), 'interleavings-'));

function file(name: string, content: object): Uri {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return Uri.file(path);
}

const image = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/checkout:3.9.9';

const commands: readonly Changing[] = [
  {
    command: 'scaleService',
    ofService: true,
    operations: ['UpdateService'],
    answers: [
      ['What to change', 'Desired count'],
      ['Tasks of checkout', '4'],
      ['Scale checkout', 'Scale'],
    ],
  },
  {
    command: 'forceNewDeployment',
    ofService: true,
    operations: ['UpdateService'],
    answers: [['Start all tasks', 'Force New Deployment']],
  },
  {
    command: 'deployToService',
    ofService: true,
    operations: ['UpdateService'],
    answers: [
      ['Revision of checkout-dev', 'checkout-dev:2'],
      ['Deploy checkout-dev:2', 'Deploy'],
    ],
  },
  {
    command: 'disableExecuteCommand',
    ofService: true,
    operations: ['UpdateService'],
    answers: [['Disable execute command for checkout', 'Disable']],
  },
  {
    command: 'rollBack',
    ofService: true,
    operations: ['UpdateService', 'StopServiceDeployment'],
    answers: [['checkout', 'Roll Back']],
  },
  {
    command: 'deployImage',
    ofService: true,
    operations: ['RegisterTaskDefinition', 'UpdateService'],
    answers: [
      ['Tag of 123456789012', 'Another image…'],
      ['Image of checkout', image],
      ['Register checkout-dev', 'Deploy'],
      ['Deploy checkout-dev', 'Deploy'],
    ],
  },
  {
    command: 'pauseService',
    ofService: true,
    operations: ['TagResource', 'UntagResource', 'RegisterScalableTarget', 'UpdateService'],
    answers: [['Pause checkout?', 'Pause']],
    prepare: scaledSometimes,
  },
  {
    command: 'stopTask',
    operations: ['StopTask'],
    argument: task,
    answers: [
      ['Reason for stopping', ''],
      ['Stop task', 'Stop Task'],
    ],
  },
  {
    command: 'deleteService',
    ofService: true,
    operations: ['DeleteService'],
    answers: [
      ['Delete service checkout', 'Delete…'],
      ['This cannot be undone', 'checkout'],
    ],
  },
  {
    command: 'runTask',
    operations: ['RunTask'],
    answers: [
      ['Service whose network', 'checkout'],
      ['Overrides', 'As registered'],
      ['How many tasks', '1'],
      ['Run a task', 'Run Task'],
    ],
  },
  {
    command: 'deregisterRevisions',
    operations: ['DeregisterTaskDefinition'],
    argument: revision,
    answers: [['Deregister checkout-dev:1', 'Deregister']],
  },
  {
    command: 'resumeService',
    ofService: true,
    operations: ['TagResource', 'UntagResource', 'RegisterScalableTarget', 'UpdateService'],
    answers: [['Resume checkout with 2', 'Resume']],
    prepare: paused,
  },
  {
    command: 'applyServiceDefinition',
    ofService: true,
    operations: ['UpdateService'],
    argument: () =>
      file('ecs-service-def.json', { cluster, serviceName: 'checkout', taskDefinition: 'checkout-dev:2' }),
    answers: [['Update service checkout', 'Update']],
  },
  {
    command: 'registerRevision',
    operations: ['RegisterTaskDefinition'],
    argument: () =>
      file('task-definition.json', {
        family: 'checkout-dev',
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        cpu: '256',
        memory: '512',
        containerDefinitions: [{ name: 'web', image: 'public.ecr.aws/nginx/nginx:1.27', essential: true }],
      }),
    answers: [
      ['The file says nothing of tags', 'No tags'],
      ['Register checkout-dev', 'Register'],
    ],
  },
  {
    command: 'deployFile',
    ofService: true,
    operations: ['RegisterTaskDefinition', 'UpdateService'],
    argument: () =>
      file('deployed.task-definition.json', {
        family: 'checkout-dev',
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        cpu: '256',
        memory: '512',
        containerDefinitions: [
          { name: 'checkout', image: 'public.ecr.aws/nginx/nginx:1.27', portMappings: [{ containerPort: 8080 }] },
        ],
      }),
    answers: [
      ['The file says nothing of tags', 'No tags'],
      ['Register checkout-dev', 'Register'],
      ['Service to deploy to', 'checkout'],
      ['Deploy checkout-dev', 'Deploy'],
    ],
  },
  {
    command: 'createService',
    operations: ['CreateService'],
    answers: [
      ['which the newest revision runs', 'checkout-dev'],
      ['Name of the service', 'made-here'],
      ['Where its tasks run', 'FARGATE'],
      ['Subnets and security groups', 'Type subnets and security groups…'],
      ['Ids such as', 'subnet-0a1b2c3d'],
      ['Public address', 'No public address'],
      ['Target group', 'No load balancer'],
      ['Desired count', '1'],
      ['Create service made-here', 'Create'],
    ],
  },
  {
    command: 'createCluster',
    operations: ['CreateCluster'],
    argument: () => undefined,
    answers: [
      ['Name of the cluster', 'made-here'],
      ['Create cluster made-here', 'Create'],
    ],
  },
  {
    command: 'createExecutionRole',
    operations: ['CreateRole', 'PutRolePolicy', 'AttachRolePolicy'],
    argument: () =>
      file('role.task-definition.json', {
        family: 'made-here',
        containerDefinitions: [
          {
            name: 'web',
            image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/checkout:3.3.1',
            memory: 64,
            secrets: [{ name: 'A', valueFrom: '/shop/a' }],
          },
        ],
      }),
    answers: [
      ['What the role is allowed', 'AmazonECSTaskExecutionRolePolicy, and what it lacks'],
      ['Name of the role', 'made-here'],
      ['Create role made-here', 'Create'],
    ],
    isThere: ({ server }) => rolesOf(server.account).get('made-here') !== undefined,
  },
  {
    command: 'createLogGroup',
    operations: ['CreateLogGroup', 'PutRetentionPolicy'],
    argument: () => undefined,
    answers: [
      ['Name of the log group', '/ecs/made-here'],
      ['How long', '30 days'],
      ['Create log group /ecs/made-here', 'Create'],
    ],
  },
];

/** What a person goes by, and what changes are about. */
interface Picture {
  revision: string | undefined;
  deployment: string | undefined;
  count: number | undefined;
  executeCommand: boolean;
  tag: string | undefined;
  suspended: boolean;
  status: string | undefined;
}

class Trial {
  readonly shop: CommandStage;
  readonly random: Random;
  readonly one: Changing;
  readonly log: string[] = [];
  /** What each request that changes something found, by its place in the ledger. */
  readonly arrivals = new Map<number, Picture>();
  /** The service as it was at each consent, and where the ledger was then. */
  readonly consents: { picture: Picture; mark: number }[] = [];
  /** Set when the window was reloaded: whether something was under way. */
  reloaded: { isInFlight: boolean } | undefined;
  left = false;
  others = 0;
  halfway = 0;
  confirms = 0;

  constructor(shop: CommandStage, random: Random, one: Changing) {
    this.shop = shop;
    this.random = random;
    this.one = one;
  }

  picture(): Picture {
    const region = this.shop.server.account.region(SHOP_REGION);
    const service = region.ecs.clusters.get(cluster)?.services.get('checkout');
    const target = autoScalingOf(region).targets.get(`service/${cluster}/checkout`);
    return {
      revision: service?.primary?.spec.taskDefinition.split('/').at(-1),
      deployment: service?.primary?.id,
      count: service?.desiredCount,
      executeCommand: service?.settings.enableExecuteCommand === true,
      tag: service?.tags.find(({ key }) => key?.includes('paused'))?.value,
      suspended: target?.SuspendedState?.DynamicScalingInSuspended === true,
      status: service?.status,
    };
  }

  /** Another person changes the service, and that holds at once. */
  somebodyElse(when: string): void {
    const { ecs } = this.shop.server.account.region(SHOP_REGION);
    const service = ecs.clusters.get(cluster)?.services.get('checkout');
    if (service?.status !== 'ACTIVE') return;
    this.others++;
    if (this.random.chance(0.5)) {
      service.desiredCount = 2 + this.others;
      this.log.push(`${when} somebody else scales to ${service.desiredCount}`);
    } else {
      const taskDefinition = service.spec.taskDefinition.replace(/:\d+$/, `:${this.random.pick([1, 3])}`);
      beginDeployment(service, { ...service.spec, taskDefinition });
      this.log.push(`${when} somebody else deploys ${taskDefinition}`);
    }
    service.scheduler.changed();
  }

  touchConnection(when: string): void {
    const event = this.random.pick(['none', 'none', 'none', 'none', 'dispose', 'reset', 'reload'] as const);
    if (event === 'none') return;
    this.log.push(`${when} ${event}`);
    if (event === 'reload') {
      this.reloaded ??= { isInFlight: when.includes('in flight') };
      this.shop.reload();
    } else {
      this.shop.connection[event]();
    }
  }

  /** Lets things go wrong with the requests that change something, and notes what each of them finds. */
  arm(): void {
    const { faults, ledger } = this.shop.server;
    for (const operation of this.one.operations) {
      const name = `*:${operation}`;
      const note = (): boolean => {
        const entry = ledger.entries.findLast((one) => one.operation === operation);
        if (entry) this.arrivals.set(entry.index, this.picture());
        return false;
      };
      faults.add({ operation: name, kind: 'error', when: note });
      if (this.random.chance(0.4)) continue;
      const kind = this.random.pick(troubles);
      const error = { name: 'InvalidParameterException', message: 'Not today.' };
      const [before, after] = [this.random.chance(0.5), this.random.chance(0.3)];
      faults.add({
        operation: name,
        kind,
        error,
        ms: 60,
        count: this.random.pick([1, 1, 2, 5]),
        when: () => {
          this.log.push(`${kind} of ${operation}`);
          if (after) this.touchConnection(`with ${operation} in flight`);
          // What is not carried out leaves room for what others do.
          if (before && kind === 'resetBefore') this.somebodyElse(`before ${operation} is repeated`);
          return true;
        },
      });
    }
  }

  answer({ text, kind, choices }: Asked): string | undefined {
    if (text.includes('ended halfway')) {
      this.halfway++;
      const given = this.halfway > 3 ? undefined : this.random.pick([...choices, undefined]);
      this.log.push(`ended halfway: ${given ?? 'left'}`);
      if (given === undefined) this.left = true;
      return given;
    }
    const [, wanted] = this.one.answers.find(([question]) => text.includes(question)) ?? [];
    assert.ok(wanted !== undefined, `${text} was not expected`);
    if (kind !== 'confirm') return wanted;
    if (this.confirms++ > 8) {
      this.left = true;
      return undefined;
    }
    const picture = this.picture();
    this.log.push(`agreed at ${JSON.stringify(picture)}`);
    this.consents.push({ picture, mark: this.shop.server.ledger.mark() });
    if (this.random.chance(0.3) && this.others < 3) this.somebodyElse('while the question stands open');
    if (this.random.chance(0.2)) this.touchConnection('while the question stands open');
    return choices.find((choice) => choice.includes(wanted));
  }
}

/** Kinds of trouble of a request that changes something. */
const troubles: readonly FaultKind[] = [
  'resetAfter',
  'resetBefore',
  'resetBefore',
  'serverError',
  'accessDenied',
  'error',
  'slowBody',
  'malformedBody',
  'truncatedBody',
  'throttle',
  'expiredToken',
];

/** Whatever interferes, in the end the account holds what the person was told it holds. */
describe('every change, whatever comes between', () => {
  after(() => rm(folder, { recursive: true }));

  for (const one of commands) {
    it(one.command, async (t) => {
      for (let round = 1; round <= rounds; round++) await t.test(`round ${round}`, () => trial(one, round));
    });
  }
});

async function trial(one: Changing, seed: number): Promise<void> {
  stage.clear();
  const shop = await openStage();
  const run = await commandNamed(one.command);
  const it = new Trial(shop, new Random(seed * 7919 + one.command.length), one);
  try {
    one.prepare?.(shop, it.random);
    const before = it.picture();
    const argument = one.argument?.(shop) ?? shop.service('checkout');
    it.arm();
    stage.answer = (asked) => it.answer(asked);
    const mark = shop.server.ledger.mark();
    const failure = await run(shop.workbench, argument).then(
      () => undefined,
      (error: unknown) => error,
    );
    it.log.push(`end: ${failure instanceof AwsError ? failure.kind : ''} ${String(failure)}`);
    shop.server.faults.clear();
    judge(it, { before, failure, mark });
  } catch (error) {
    throw new Error(`seed ${seed}\n${it.log.join('\n')}`, { cause: error });
  } finally {
    await shop.close();
  }
}

/** Nobody is told anything by a window that is gone: the next one knows what was under way. */
function judgeReload({ shop, one }: Trial, isInFlight: boolean): void {
  const { left } = shop.sentBefore();
  assert.equal(left.length, isInFlight ? 1 : 0, JSON.stringify(left));
  if (isInFlight) assert.ok(left[0]?.operations.some((operation) => one.operations.includes(operation)));
}

function judge(it: Trial, { before, failure, mark }: { before: Picture; failure: unknown; mark: number }): void {
  const { ledger } = it.shop.server;
  const own = ledger.entries.filter((entry) => entry.index >= mark && it.one.operations.includes(entry.operation));
  const done = own.filter(({ performed, changed }) => performed && changed);
  if (it.reloaded) return judgeReload(it, it.reloaded.isInFlight);
  const after = it.picture();

  // Nothing is silent but what the person left.
  const isCancelled = failure instanceof Error && failure.constructor.name === 'CancellationError';
  const isAborted = failure instanceof AwsError && failure.kind === 'aborted';
  if (isCancelled) assert.ok(it.left, 'it ended in silence though nobody left');
  if (isAborted) assert.equal(failure.code, 'ended', 'it ended in silence');

  // Nothing is carried out that was not agreed to as things stood.
  if (it.halfway === 0) {
    const ofService = it.one.ofService ? done.filter(({ operation }) => operation !== 'RegisterTaskDefinition') : [];
    for (const [nth, { picture, mark: from }] of it.consents.entries()) {
      const to = it.consents[nth + 1]?.mark ?? Infinity;
      // What comes after it finds what it did.
      const first = ofService.find(({ index }) => index >= from && index < to);
      const found = first && it.arrivals.get(first.index);
      if (found) assert.deepEqual(stateOf(found), stateOf(picture), `${first.operation} went over somebody else's`);
    }
  }

  // What is done once is not done again; a step that was taken back is done in the other direction.
  if (it.halfway === 0)
    for (const operation of it.one.operations) {
      const same = done.filter((entry) => entry.operation === operation);
      // A request that is repeated with its token is answered with what the first one made.
      const times = new Set(same.map(({ index, input }) => input['clientToken'] ?? index)).size;
      const most = ['TagResource', 'UntagResource', 'RegisterScalableTarget'].includes(operation) ? Infinity : 1;
      assert.ok(times <= most, `${operation} was carried out ${times} times`);
    }

  // Who is told that nothing happened finds it so.
  const isTold = failure !== undefined && !isCancelled;
  const isUncertain =
    failure instanceof AwsError && ['uncertain', 'network', 'server', 'malformed', 'unknown'].includes(failure.kind);
  const tellsMore = failure instanceof Error && /is registered(?:, but|\.)/.test(failure.message);
  if (isTold && !isUncertain && !tellsMore && it.halfway === 0) {
    const left = done.filter(
      ({ operation }) => !['TagResource', 'UntagResource', 'RegisterScalableTarget'].includes(operation),
    );
    assert.deepEqual(
      it.one.isThere?.(it.shop) === false ? [] : left.map(({ operation }) => operation),
      [],
      `told that it failed: ${it.log.at(-1)}`,
    );
    assert.deepEqual([after.tag, after.suspended], [before.tag, before.suspended], 'what was done was not taken back');
  }
  // Who is told that it happened, too.
  // A task that somebody's deployment has ended meanwhile need not be stopped any more.
  const isMoot = it.one.command === 'stopTask' && it.log.some((line) => /somebody else (?:deploys|scales)/.test(line));
  if (failure === undefined && it.halfway === 0 && !it.left && !isMoot)
    assert.ok(done.length > 0 || said(/already/), 'nothing was done');
}

function said(text: RegExp): boolean {
  return stage.said.some((one) => text.test(one.text));
}

function stateOf({ revision, deployment, count, status }: Picture): unknown {
  return { revision, deployment, count, status };
}
