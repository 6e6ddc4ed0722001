import type { TaskDefinition } from '@aws-sdk/client-ecs';
import { CancellationError, l10n, window } from 'vscode';
import type { TaskPlacement } from './taskPlacement.ts';

/** Asks for subnets and security groups, for a cluster in which no service has them. */
export async function askNetwork({ compatibilities, requiresCompatibilities }: TaskDefinition): Promise<TaskPlacement> {
  const onFargate = (compatibilities ?? requiresCompatibilities ?? ['FARGATE']).includes('FARGATE');
  const subnets = await askIds(l10n.t('Subnets, separated by blanks'), 'subnet', 1);
  const securityGroups = await askIds(
    l10n.t('Security groups, separated by blanks; empty for the default one of the VPC'),
    'sg',
    0,
  );
  const assignPublicIp = onFargate ? await askPublicIp() : undefined;
  const launchType = onFargate ? ('FARGATE' as const) : ('EC2' as const);
  const awsvpcConfiguration = {
    subnets,
    ...(securityGroups.length > 0 ? { securityGroups } : {}),
    ...(assignPublicIp ? { assignPublicIp } : {}),
  };
  return {
    input: { launchType, networkConfiguration: { awsvpcConfiguration } },
    lines: [
      l10n.t('Launch type {0}', launchType),
      l10n.t('Subnets {0}', subnets.join(', ')),
      ...(securityGroups.length > 0 ? [l10n.t('Security groups {0}', securityGroups.join(', '))] : []),
      ...(assignPublicIp ? [l10n.t('Public IP: {0}', assignPublicIp)] : []),
    ],
  };
}

async function askIds(prompt: string, kind: 'subnet' | 'sg', least: number): Promise<string[]> {
  const parse = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);
  const text = await window.showInputBox({
    title: l10n.t('Run Task'),
    prompt,
    placeHolder: `${kind}-0123456789abcdef0`,
    ignoreFocusOut: true,
    validateInput: (typed) => {
      const wrong = parse(typed).find((id) => !new RegExp(`^${kind}-[0-9a-z]+$`).test(id));
      if (wrong) return l10n.t('{0} is no id such as {1}.', wrong, `${kind}-0123456789abcdef0`);
      return parse(typed).length < least ? l10n.t('At least one, please.') : undefined;
    },
  });
  if (text === undefined || parse(text).length < least) throw new CancellationError();
  return parse(text);
}

async function askPublicIp(): Promise<'ENABLED' | 'DISABLED'> {
  const yes = {
    label: l10n.t('With a public IP'),
    description: l10n.t('public subnets: the image is pulled through it'),
  };
  const no = { label: l10n.t('Without a public IP'), description: l10n.t('private subnets with NAT or VPC endpoints') };
  const picked = await window.showQuickPick([no, yes], {
    title: l10n.t('Run Task'),
    placeHolder: l10n.t('Public IP'),
  });
  if (!picked) throw new CancellationError();
  return picked === yes ? 'ENABLED' : 'DISABLED';
}
