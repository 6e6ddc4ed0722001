import type { Service, TaskDefinition } from '@aws-sdk/client-ecs';
import { l10n } from 'vscode';
import { monthlyTaskCost } from '../../../ecs/cost/fargateCost.ts';
import { tasksText } from '../../common/countText.ts';

/** What a change of revision means for the bill, for the confirmation; nothing where it cannot be told. */
export function costLines(region: string, service: Service, before: TaskDefinition, after: TaskDefinition): string[] {
  const count = service.desiredCount ?? 0;
  const [old, next] = [before, after].map((definition) => monthlyTaskCost(region, definition, service));
  if (old === undefined || next === undefined) return [];
  const text = (cost: number): string => `$${(cost * count).toFixed(2)}`;
  if (old === next) return [l10n.t('Fargate cost stays at about {0} a month for {1}', text(next), tasksText(count))];
  return [l10n.t('Fargate cost: about {0} → {1} a month for {2}', text(old), text(next), tasksText(count))];
}
