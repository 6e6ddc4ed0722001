import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { replaceNode } from '../../document/edits.ts';
import { isStandIn } from '../../document/placeholders.ts';
import type { Rule } from '../../rule/rule.ts';
import { parseCpu, parseMemory } from '../../document/units.ts';

export const sizeForm: Rule = {
  id: 'TD023',
  severity: 'error',
  title: 'Task CPU is in units or vCPU, task memory in MiB or GB.',
  link: links.fargateSizes,
  says: "Invalid 'cpu' setting for task.",
  check({ document, fields }, report) {
    const cpu = fields.str('cpu');
    if (cpu.node && cpu.value !== undefined && !isStandIn(cpu.value) && parseCpu(cpu.value) === undefined) {
      const repaired = repairCpu(cpu.value);
      const fixes = repaired
        ? [
            {
              title: l10n.t('Change to "{0}"', repaired),
              edits: [replaceNode(document.text, cpu.node, repaired)],
              preferred: true,
            },
          ]
        : [];
      report({
        at: cpu.node,
        message: l10n.t('"{0}" is not a CPU size: write units ("1024") or vCPU ("1 vCPU").', cpu.value),
        fixes,
      });
    }
    const memory = fields.str('memory');
    if (
      memory.node &&
      memory.value !== undefined &&
      !isStandIn(memory.value) &&
      parseMemory(memory.value) === undefined
    ) {
      const repaired = repairMemory(memory.value);
      const fixes = repaired
        ? [
            {
              title: l10n.t('Change to "{0}"', repaired),
              edits: [replaceNode(document.text, memory.node, repaired)],
              preferred: true,
            },
          ]
        : [];
      report({
        at: memory.node,
        message: l10n.t('"{0}" is not a memory size: write MiB ("2048") or GB ("2 GB").', memory.value),
        fixes,
      });
    }
  },
};

/** "500m" and "0.5" mean half a CPU in Kubernetes and Docker; "2 cpu" needs no guessing. */
function repairCpu(text: string): string | undefined {
  const plain = text.trim();
  if (/^\d+$/.test(plain)) return plain;
  const [, milli] = /^(\d+)m$/i.exec(plain) ?? [];
  if (milli) return String(Math.round((Number(milli) * 1024) / 1000));
  const [, number] = /^(\d*\.?\d+)\s*(?:v?cpus?|cores?)?$/i.exec(plain) ?? [];
  return number ? String(Math.round(Number(number) * 1024)) : undefined;
}

function repairMemory(text: string): string | undefined {
  const [, number, unit = ''] = /^(\d*\.?\d+)\s*([a-z]*)$/i.exec(text.trim()) ?? [];
  if (!number) return undefined;
  if (/^(?:|m|mb|mi|mib)$/i.test(unit)) return String(Math.round(Number(number)));
  if (/^(?:g|gi|gib|gbs)$/i.test(unit)) return String(Math.round(Number(number) * 1024));
  return undefined;
}
