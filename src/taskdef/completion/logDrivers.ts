import * as l10n from '@vscode/l10n';
import { insertMember, insertMembers, type Edit } from '../document/edits.ts';
import { driverRefusal } from '../facts/logDriverSupport.ts';
import { awslogsDefaults } from '../facts/awslogsDefaults.ts';
import { roleForLogs } from './roleForLogs.ts';
import type { CompletionRequest, Proposal } from './request.ts';

const drivers = ['awslogs', 'awsfirelens', 'splunk', 'fluentd', 'gelf', 'json-file', 'journald', 'syslog'];

/** Log drivers; choosing awslogs also adds the options it needs. */
export function logDrivers(request: CompletionRequest): Proposal[] {
  const { service } = request;
  const task = service?.task ?? request.task;
  const router = task.containers.some(({ fields }) => !fields.member('firelensConfiguration').missing);
  return drivers.map((value) => ({
    value,
    refused:
      driverRefusal(service ?? request.task, value) ??
      (value === 'awsfirelens' && !router ? l10n.t('needs a FireLens container') : undefined),
    also: value === 'awslogs' ? [...missingOptions(request), ...(service ? [] : roleForLogs(request))] : [],
  }));
}

function missingOptions(request: CompletionRequest): Edit[] {
  const { document, holder, cursor } = request;
  const options = holder.fields('options');
  const wanted = Object.entries(awslogsDefaults(request.task)).filter(([name]) => options.member(name).missing);
  // Members are only added where the object is complete; in half-typed text their place is uncertain.
  if (wanted.length === 0 || document.errors.length > 0 || !holder.node || cursor.commaAfter) return [];
  const added = Object.fromEntries(wanted);
  if (options.node) return options.present ? [insertMembers(document.text, options.node, added)] : [];
  return holder.node.children?.length ? [insertMember(document.text, holder.node, 'options', added)] : [];
}
