import * as l10n from '@vscode/l10n';
import { monthlyTaskCost } from '../../ecs/cost/fargateCost.ts';
import type { SourceDocument } from '../document/document.ts';
import { regionOf } from '../document/home.ts';
import { readTask } from '../document/task.ts';

/** What the size costs on Fargate, for its hover; undefined on other launch types, sizes and Regions. */
export function costLine(document: SourceDocument, region = regionOf({ document })): string | undefined {
  const task = readTask(document);
  const { cpu, memory, fields } = task;
  if (!region || !cpu || !memory || task.launch('FARGATE') !== 'yes') return undefined;
  const platform = fields.fields('runtimePlatform');
  const family = platform.str('operatingSystemFamily');
  const architecture = platform.str('cpuArchitecture');
  // What a template decides is not priced.
  if ([family, architecture].some(({ value, missing }) => value === undefined && !missing)) return undefined;
  const cost = monthlyTaskCost(
    region,
    {
      cpu: String(cpu),
      memory: String(memory),
      runtimePlatform: {
        operatingSystemFamily: family.value?.startsWith('WINDOWS') ? 'WINDOWS_SERVER_2022_CORE' : 'LINUX',
        cpuArchitecture: architecture.value === 'ARM64' ? 'ARM64' : 'X86_64',
      },
    },
    { launchType: 'FARGATE' },
  );
  if (cost === undefined) return undefined;
  return l10n.t(
    'On Fargate in {0}, on demand: about {1} a month for each task that always runs.',
    region,
    `$${cost.toFixed(2)}`,
  );
}
