import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import { gap, mayBeginWith, type OpenArn, readOpenArn } from '../../rule/openArn.ts';
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
        const { value, raw, node } = secret.str('valueFrom');
        if (raw === undefined || !node) continue;
        const flaw = value === undefined ? openFlaw(raw) : flawOf(value);
        if (!flaw) continue;
        const repaired = repair(raw);
        const fixes = repaired === undefined ? [] : [changeFix(document, node, repaired)];
        report({ at: node, message: flaw.message, severity: flaw.unsure ? 'warning' : undefined, fixes });
      }
    }
  },
};

interface Flaw {
  message: string;
  /** Whether what a template fills in may make it right. */
  unsure?: boolean;
}

function flawOf(value: string): Flaw | undefined {
  if (value !== value.trim() && value.trim() !== '') return { message: l10n.t('valueFrom has blanks around it.') };
  if (!value.startsWith('arn:')) return nameFlaw(value);
  const arn = readOpenArn(value, false);
  return arn ? arnFlaw(arn) : { message: l10n.t('This is not a complete ARN.') };
}

/** What is wrong whatever a template fills in. */
function openFlaw(raw: string): Flaw | undefined {
  const arn = readOpenArn(raw);
  return arn && arnFlaw(arn);
}

function arnFlaw(arn: OpenArn): Flaw | undefined {
  const { service, resource } = arn;
  if (service === undefined) return undefined;
  if (service === 'ssm') return parameterFlaw(arn);
  if (service !== 'secretsmanager')
    return {
      message: l10n.t(
        'An ARN of {0} holds no secret: it must be of Secrets Manager or Parameter Store (ssm).',
        service,
      ),
    };
  if (!mayBeginWith(resource, 'secret:') || resource === 'secret:' || resource.startsWith('secret::'))
    return { message: l10n.t('The ARN of a secret goes on with "secret:" and its name.') };
  if (isNowhere(arn)) return { message: l10n.t('The ARN names no Region and account of 12 digits.') };
  if (!resource.startsWith('secret:')) return undefined;
  const colons = resource.split(':').length - 2;
  if (colons === 0 || colons === 3) return undefined;
  return {
    message: l10n.t(
      'Behind a secret stand no colons or three (:json-key:version-stage:version-id, each may be empty); this has {0}.',
      colons,
    ),
    unsure: resource.includes(gap),
  };
}

function parameterFlaw(arn: OpenArn): Flaw | undefined {
  const { resource } = arn;
  if (!mayBeginWith(resource, 'parameter/') || resource === 'parameter/')
    return { message: l10n.t('The ARN of a parameter goes on with "parameter/" and its name.') };
  if (resource.startsWith('parameter//'))
    return { message: l10n.t('The ARN of a parameter has one slash before its name, not two.') };
  if (isNowhere(arn)) return { message: l10n.t('The ARN names no Region and account of 12 digits.') };
  // One colon may name a version or a label.
  if (resource.split(':').length > 2)
    return {
      message: l10n.t(
        'A parameter has no JSON keys: only the ARN of a Secrets Manager secret goes on with :json-key::.',
      ),
    };
  return undefined;
}

function isNowhere({ region, account }: OpenArn): boolean {
  return region === '' || (account !== undefined && !/^\d{12}$/.test(account));
}

function nameFlaw(value: string): Flaw | undefined {
  if (value === '') return { message: l10n.t('valueFrom is empty.') };
  // Parameter Store takes no such name, and ECS finds secrets of Secrets Manager by their ARN only.
  if (/^[\w.-]+\/[\w./-]+$/.test(value))
    return {
      message: l10n.t(
        '"{0}" is not the name of a parameter: a path begins with a slash, "/{0}". A secret in Secrets Manager needs its whole ARN.',
        value,
      ),
    };
  if (/^[\w./-]+$/.test(value)) return undefined;
  return {
    message: l10n.t(
      '"{0}" is not an ARN, and not the name of a Parameter Store parameter either.',
      value.length > 60 ? `${value.slice(0, 59)}…` : value,
    ),
  };
}

/** What is certain to be meant: missing closing colons, a slash too many. */
function repair(raw: string): string | undefined {
  if (raw !== raw.trim()) return flawOf(raw.trim()) === undefined ? raw.trim() : undefined;
  const resource = readOpenArn(raw)?.resource ?? '';
  if (resource.startsWith('parameter//')) return raw.replace('parameter//', 'parameter/');
  const colons = resource.split(':').length - 2;
  const isOpen = resource.includes(gap);
  return resource.startsWith('secret:') && colons > 0 && colons < 3 && !isOpen
    ? raw + ':'.repeat(3 - colons)
    : undefined;
}
