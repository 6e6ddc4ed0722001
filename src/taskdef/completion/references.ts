import * as l10n from '@vscode/l10n';
import { dependencyGraph, reaches } from '../facts/dependencies.ts';
import { insertMember, replaceNode, type Edit } from '../document/edits.ts';
import { otherContainers } from './defaultValues.ts';
import type { CompletionRequest, Proposal } from './request.ts';

export function otherContainerNames(request: CompletionRequest): Proposal[] {
  return otherContainers(request).map((value) => ({ value }));
}

export function linkNames(request: CompletionRequest): Proposal[] {
  const mode = request.task.networkMode;
  const refused = mode !== undefined && mode !== 'bridge' ? l10n.t('only with bridge') : undefined;
  return otherContainers(request).map((value) => ({ value, refused }));
}

/** Containers to depend on, without those that depend on this one already: that would be a cycle. */
export function dependencyNames(request: CompletionRequest): Proposal[] {
  const own = request.container?.name.value;
  const graph = dependencyGraph(request.task);
  return otherContainers(request).map((value) => ({
    value,
    refused: own !== undefined && reaches(graph, value, own) ? l10n.t('would be a cycle') : undefined,
  }));
}

/** Conditions; one that needs something of the other container changes it in the same edit, or is marked. */
export function dependencyConditions(request: CompletionRequest): Proposal[] {
  const { task, holder, document } = request;
  const target = task.containers.find(
    ({ name }) => name.value !== undefined && name.value === holder.str('containerName').value,
  );
  const checked = target && !target.fields.member('healthCheck').missing;
  const others = task.containers.filter((one) => one !== target && one.essential !== false).length;
  const ends =
    target?.essential === false ? [] : target && others > 0 ? notEssential(document.text, target) : undefined;
  return [
    { value: 'START', detail: l10n.t('has started') },
    {
      value: 'HEALTHY',
      detail: l10n.t('its health check passes'),
      refused: target && !checked ? l10n.t('it has no healthCheck') : undefined,
    },
    {
      value: 'COMPLETE',
      detail: l10n.t('has ended'),
      also: ends,
      refused: target && !ends ? l10n.t('it is essential') : undefined,
    },
    {
      value: 'SUCCESS',
      detail: l10n.t('has ended with exit code 0'),
      also: ends,
      refused: target && !ends ? l10n.t('it is essential') : undefined,
    },
  ];
}

function notEssential(text: string, { fields, node }: CompletionRequest['task']['containers'][number]): Edit[] {
  const essential = fields.member('essential').node;
  return [essential ? replaceNode(text, essential, false) : insertMember(text, node, 'essential', false, 'name')];
}

export function volumeNames({ task }: CompletionRequest): Proposal[] {
  return task.volumes.fields().flatMap((fields) => {
    const value = fields.str('name').value;
    return value ? [{ value }] : [];
  });
}
