import { CancellationError, l10n } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import type { Consent } from '../../../aws/connection/gate.ts';
import type { Protection } from '../../../aws/connection/productionGuard.ts';
import type { ChangeName } from '../../../aws/sdk/operationTypes.ts';
import { askModal } from '../messages.ts';
import { typeName } from './typeName.ts';
import { UserError } from '../userError.ts';

export interface ChangeQuestion {
  connection: Connection;
  operation: ChangeName;
  /** Further operations that the same change needs. */
  also?: readonly ChangeName[];
  /** What is asked, e.g. “Deploy checkout:42 to service checkout?” */
  question: string;
  /** What is changed, e.g. `service shop-prod-cluster/checkout`. */
  resource: string;
  /** Name of the cluster that is changed, or that what is changed runs in: the production guard goes by it. */
  cluster?: string | undefined;
  /** Lines that say what will change and how. */
  changes: readonly string[];
  /** What came between since the same was asked before, a sentence each. */
  between?: readonly string[] | undefined;
  /** The button that does it, e.g. “Deploy”. */
  action: string;
}

/**
 * Shows account, Region, resource and change, has a name typed where the production guard wants it, and returns the
 * consent that the gate asks for. Leaving is a cancellation. Throws a UserError where everything is read-only.
 */
export async function confirmChange(change: ChangeQuestion): Promise<Consent> {
  const { connection, operation, also, question, resource, cluster, changes, between = [], action } = change;
  const { account } = await connection.identity();
  const protection = await assertMayChange(connection, cluster);
  const lines = [
    ...(between.length > 0 ? [l10n.t('Changed meanwhile, so nothing was sent:'), ...between.map(bullet), ''] : []),
    l10n.t('Account: {0} (profile {1})', account, connection.profileLabel),
    l10n.t('Region: {0}', connection.region),
    l10n.t('Resource: {0}', resource),
    '',
    ...changes,
  ];
  const answer = await askModal(question, lines, action);
  if (answer !== action) throw new CancellationError();
  const typed =
    protection === 'confirm' ? await typeName([cluster ?? connection.profileLabel], { resource }) : undefined;
  return { account, region: connection.region, resource, operation, also, typed };
}

/** Throws a UserError where the production guard makes everything read-only: before anything else is asked. */
export async function assertMayChange(connection: Connection, cluster?: string): Promise<Protection> {
  await connection.identity();
  const protection = connection.protection(cluster);
  if (protection === 'read-only') throw readOnly(cluster ?? connection.profileLabel);
  return protection;
}

function bullet(line: string): string {
  return `• ${line}`;
}

function readOnly(what: string): UserError {
  const command = 'workbench.action.openSettings';
  const wayOut = { title: l10n.t('Open Settings'), command, argument: 'ecs.productionGuard' } as const;
  return new UserError(l10n.t('The production guard makes “{0}” read-only.', what), wayOut);
}
