import { l10n } from 'vscode';
import { createLogGroup, setRetention } from '../../../aws/change/logGroup.ts';
import { Connection } from '../../../aws/connection/connection.ts';
import type { Consent } from '../../../aws/connection/gate.ts';
import { fetchLogGroup } from '../../../aws/read/logGroups.ts';
import { carryOutSteps, type ChangeStep } from '../../common/change/changeSteps.ts';
import { assertMayChange, confirmChange } from '../../common/change/confirmChange.ts';
import { showInformation } from '../../common/messages.ts';
import { askInput, pickOne } from '../../common/pick/pickOne.ts';
import type { Workbench } from '../../common/workbench.ts';
import { AccountFindings } from '../taskDefinition/accountFindings.ts';

export const failure = (): string => l10n.t('The log group was not created.');

/** Days that are offered, the usual ones first; CloudWatch Logs takes these numbers and some others. */
const retentions = [30, 7, 14, 90, 365];

/** Creates a log group, the one that a file lacks where the connection and its name are given, else one that is typed. */
export async function run(workbench: Workbench, given?: unknown, givenName?: unknown): Promise<void> {
  const connection = given instanceof Connection ? given : await workbench.connections.active();
  await assertMayChange(connection);
  const name = typeof givenName === 'string' ? givenName : await askName();
  if (await fetchLogGroup(connection, name)) {
    workbench.own(AccountFindings).madeUp(connection, { kind: 'logGroup', name });
    void showInformation(l10n.t('There is a log group {0} in {1} already.', name, connection.region));
    return;
  }
  const days = await pickRetention(name);
  const consent = await confirmChange({
    connection,
    operation: 'CreateLogGroup',
    also: ['PutRetentionPolicy'],
    question: l10n.t('Create log group {0}?', name),
    resource: l10n.t('log group {0}', name),
    changes: [
      l10n.t('An empty log group of class Standard; what containers write to it is billed by CloudWatch Logs.'),
      retentionLine(days),
    ],
    action: l10n.t('Create'),
  });
  const held: Held = { days, made: true };
  if (!(await carryOutSteps(connection, l10n.t('Creating {0}', name), stepsOf(name, held, consent)))) return;
  workbench.own(AccountFindings).madeUp(connection, { kind: 'logGroup', name });
  const outcome = held.made
    ? l10n.t('Log group {0} was created.', name)
    : l10n.t('Somebody else created log group {0} meanwhile.', name);
  void showInformation(`${outcome} ${retentionLine(held.days)}`);
}

/** What was agreed to, and then what holds: somebody else may have made the group first. */
interface Held {
  days: number | undefined;
  made: boolean;
}

function stepsOf(logGroupName: string, held: Held, consent: Consent): ChangeStep[] {
  const { days } = held;
  const create: ChangeStep = {
    holds: l10n.t('Log group {0} exists.', logGroupName),
    lacks: l10n.t('There is no log group {0}.', logGroupName),
    run: async (session, signal) => {
      held.made = await createLogGroup(session, logGroupName, consent, signal);
    },
  };
  if (days === undefined) return [create];
  const retain: ChangeStep = {
    holds: retentionLine(days),
    lacks: retentionLine(undefined),
    run: async (session, signal) => {
      held.days = await setRetention(session, { logGroupName, days }, consent, signal);
    },
  };
  return [create, retain];
}

function retentionLine(days: number | undefined): string {
  if (days === undefined) return l10n.t('Its events are kept for ever.');
  return l10n.t('Its events are kept for {0} days.', days);
}

async function pickRetention(name: string): Promise<number | undefined> {
  const items = retentions.map((days) => ({ label: l10n.t('{0} days', days), days: days as number | undefined }));
  const all = [...items, { label: l10n.t('For ever'), days: undefined }];
  const placeHolder = l10n.t('How long are its events kept?');
  const { days } = await pickOne(all, { title: l10n.t('Create Log Group {0}', name), placeHolder });
  return days;
}

async function askName(): Promise<string> {
  const name = await askInput({
    title: l10n.t('Create Log Group'),
    prompt: l10n.t('Name of the log group, such as /ecs/my-app'),
    value: '/ecs/',
    ignoreFocusOut: true,
    validateInput: (text) =>
      /^[.\-_/#A-Za-z0-9]{1,512}$/.test(text.trim()) ? undefined : l10n.t('Up to 512 letters, digits and . - _ / #'),
  });
  return name.trim();
}
