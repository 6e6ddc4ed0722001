import * as l10n from '@vscode/l10n';
import { parseArn } from '../../../ecs/arn.ts';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const valueFrom: Rule = {
  id: 'TD07A',
  severity: 'error',
  title:
    'A secret names a Secrets Manager secret (with none or three colons behind it) or a Parameter Store parameter.',
  link: links.secretsManager,
  says: 'Invalid ARN syntax.',
  check({ document, containers }, report) {
    for (const { fields } of containers) {
      const lists = [fields.list('secrets'), fields.fields('logConfiguration').list('secretOptions')];
      for (const secret of lists.flatMap((list) => list.fields())) {
        const { value, node } = secret.str('valueFrom');
        if (value === undefined || !node) continue;
        const flaw = flawOf(value);
        if (!flaw) continue;
        const repaired = repair(value);
        report({ at: node, message: flaw, fixes: repaired === undefined ? [] : [changeFix(document, node, repaired)] });
      }
    }
  },
};

function flawOf(value: string): string | undefined {
  if (value !== value.trim() && value.trim() !== '') return l10n.t('valueFrom has blanks around it.');
  return value.startsWith('arn:') ? arnFlaw(value) : nameFlaw(value);
}

function arnFlaw(value: string): string | undefined {
  const arn = parseArn(value);
  if (!arn) return l10n.t('This is not a complete ARN.');
  if (arn.service === 'ssm') return parameterFlaw(arn.resource, arn.region, arn.account);
  if (arn.service !== 'secretsmanager')
    return l10n.t(
      'An ARN of {0} holds no secret: it must be of Secrets Manager or Parameter Store (ssm).',
      arn.service,
    );
  if (!/^secret:[^:]+/.test(arn.resource)) return l10n.t('The ARN of a secret goes on with "secret:" and its name.');
  if (!/^\d{12}$/.test(arn.account) || arn.region === '')
    return l10n.t('The ARN names no Region and account of 12 digits.');
  const colons = arn.resource.split(':').length - 2;
  if (colons === 0 || colons === 3) return undefined;
  return l10n.t(
    'Behind a secret stand no colons or three (:json-key:version-stage:version-id, each may be empty); this has {0}.',
    colons,
  );
}

function parameterFlaw(resource: string, region: string, account: string): string | undefined {
  if (!resource.startsWith('parameter/') || resource === 'parameter/')
    return l10n.t('The ARN of a parameter goes on with "parameter/" and its name.');
  if (resource.startsWith('parameter//'))
    return l10n.t('The ARN of a parameter has one slash before its name, not two.');
  if (!/^\d{12}$/.test(account) || region === '') return l10n.t('The ARN names no Region and account of 12 digits.');
  // One colon may name a version or a label.
  if (resource.split(':').length > 2)
    return l10n.t('A parameter has no JSON keys: only the ARN of a Secrets Manager secret goes on with :json-key::.');
  return undefined;
}

function nameFlaw(value: string): string | undefined {
  if (value === '') return l10n.t('valueFrom is empty.');
  // Parameter Store takes no such name, and ECS finds secrets of Secrets Manager by their ARN only.
  if (/^[\w.-]+\/[\w./-]+$/.test(value))
    return l10n.t(
      '"{0}" is not the name of a parameter: a path begins with a slash, "/{0}". A secret in Secrets Manager needs its whole ARN.',
      value,
    );
  if (/^[\w./-]+$/.test(value)) return undefined;
  return l10n.t(
    '"{0}" is not an ARN, and not the name of a Parameter Store parameter either.',
    value.length > 60 ? `${value.slice(0, 59)}…` : value,
  );
}

/** What is certain to be meant: missing closing colons, a slash too many. */
function repair(value: string): string | undefined {
  if (value !== value.trim()) return flawOf(value.trim()) === undefined ? value.trim() : undefined;
  if (/:ssm:[^:]*:[^:]*:parameter\/\//.test(value)) return value.replace('parameter//', 'parameter/');
  const resource = parseArn(value)?.resource ?? '';
  const colons = resource.split(':').length - 2;
  return resource.startsWith('secret:') && colons > 0 && colons < 3 ? value + ':'.repeat(3 - colons) : undefined;
}
