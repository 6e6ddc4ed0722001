import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

const allowed =
  /^(?:kernel\.(?:msgmax|msgmnb|msgmni|sem|shmall|shmmax|shmmni|shm_rmid_forced)|fs\.mqueue\..+|net\..+)$/;

export const systemControls: Rule = {
  id: 'TD0AD',
  severity: 'error',
  title: 'Only namespaced kernel parameters can be set, and those of the network not with the host network.',
  link: links.containerDefinition,
  check({ containers, networkMode, fields: task, document }, report) {
    const ipcHost = task.str('ipcMode').value === 'host';
    for (const { fields, label } of containers) {
      for (const control of fields.list('systemControls').fields()) {
        const { value, node } = control.str('namespace');
        if (value === undefined || !node) continue;
        if (value.trim() === '') {
          report({
            at: node,
            message: l10n.t('A system control of container {0} names no kernel parameter.', label),
            fixes: [removeFix(document, control.node!, l10n.t('the system control'), false)],
          });
          continue;
        }
        const fixes = [removeFix(document, control.node!, value, false)];
        if (!allowed.test(value))
          report({
            at: node,
            message: l10n.t(
              '{0} is not a parameter of a container: it belongs to the host. Allowed are kernel.msg*, kernel.sem, kernel.shm*, fs.mqueue.* and net.*.',
              value,
            ),
            fixes,
          });
        else if (value.startsWith('net.') && networkMode === 'host')
          report({ at: node, message: l10n.t('{0} cannot be set with network mode host.', value), fixes });
        else if (!value.startsWith('net.') && ipcHost)
          report({ at: node, message: l10n.t('{0} cannot be set with ipcMode host.', value), fixes });
      }
    }
  },
};
