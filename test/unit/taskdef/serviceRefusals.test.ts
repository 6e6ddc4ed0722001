import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CreateServiceRequest, ECS } from '@aws-sdk/client-ecs';
import { isServiceRule, readRuleFiles } from '../../../scripts/docs/ruleFiles.ts';
import type { FileContent, RuleCase } from '../../../src/taskdef/rule/examples/ruleCase.ts';
import { startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { definitionFor, type ServiceContent } from './definitionFor.ts';

// What the rules call an error, CreateService refuses; what they call right, it takes. The simulated account reads AWS's documentation by
// itself, so that a mistake in one of the two readings shows.

/** Rules whose errors come before the service is asked, or hang on more than its input. */
const elsewhere: Readonly<Record<string, string>> = {
  SD080: 'the AWS CLI refuses members that the API does not have',
  SD081: 'the AWS CLI refuses members that the API does not have',
};

/** What a tool or a script fills in; an account would take it for what it says. */
const placeholder = /\$\{|<[A-Z]|\{\{|"[A-Z0-9_]+_(?:ARN|ID)"/;
/** Of the ARNs in the cases. */
const region = 'eu-central-1';
const rules = (await readRuleFiles()).filter(isServiceRule);

describe('the simulated account and the rules on services agree', () => {
  for (const { rule, name, cases } of rules) {
    if (elsewhere[rule.id]) continue;
    for (const each of cases) {
      const about = `${rule.id} ${name}${each.about ? ` (${each.about})` : ''}`;
      const isError = (each.severity ?? rule.severity) === 'error';
      const broken = contentOf(each.breaks, each);
      if (broken && isError)
        it(`${about} is refused`, async () => {
          const refusal = await create(broken, each);
          assert.match(refusal ?? 'taken', /^(?:InvalidParameter|Client|ClusterNotFound)Exception: /);
        });
      const right = contentOf(each.holds, each);
      if (right) it(`${about} is taken where it holds`, async () => assert.equal(await create(right, each), undefined));
    }
  }
});

/** The file as an object that could be sent; undefined for text, templates, updates, and what a tool makes of a file. */
function contentOf(content: FileContent, { kind, context }: RuleCase): ServiceContent | undefined {
  if (typeof content === 'string' || (kind !== undefined && kind !== 'service') || context?.tool) return undefined;
  const text = JSON.stringify(content);
  return 'services' in content || placeholder.test(text) ? undefined : (JSON.parse(text) as ServiceContent);
}

/** The refusal, or undefined. Each case has an account of its own, with the cluster and the task definition that it names. */
async function create(content: ServiceContent, { context }: RuleCase): Promise<string | undefined> {
  const account = await startSimulatedAccount({ clock: { held: true } });
  const { accessKeyId, secretAccessKey } = account.account.credential;
  const credentials = { accessKeyId, secretAccessKey };
  const client = new ECS({ region, endpoint: account.url, maxAttempts: 1, credentials });
  try {
    const cluster = account.account.region(region).ecs.addCluster(clusterOf(content));
    cluster.capacityProviders = ['FARGATE', 'FARGATE_SPOT', ...providersOf(content)];
    for (const definition of definitionFor(content, context?.siblings?.taskDefinition?.text))
      await client.registerTaskDefinition(definition);
    return await refusalOf(client.createService(content as unknown as CreateServiceRequest));
  } finally {
    client.destroy();
    await account.close();
  }
}

async function refusalOf(answer: Promise<unknown>): Promise<string | undefined> {
  try {
    await answer;
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return `${error.name}: ${error.message}`;
  }
}

function clusterOf({ cluster }: ServiceContent): string {
  return /^(?:arn:.*\/)?([\w-]+)$/.exec(cluster ?? '')?.[1] ?? 'shop';
}

function providersOf({ capacityProviderStrategy = [] }: ServiceContent): string[] {
  return capacityProviderStrategy.flatMap(({ capacityProvider }) => capacityProvider ?? []);
}
