import * as l10n from '@vscode/l10n';
import { parseImage } from '../../../ecs/image.ts';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import { isStandIn } from '../../document/placeholders.ts';
import type { Rule } from '../../rule/rule.ts';

export const imageReference: Rule = {
  id: 'TD017',
  severity: 'error',
  title: 'An image is a reference that a registry understands.',
  link: links.containerDefinition,
  says: 'Container.image contains invalid characters.',
  check({ document, containers }, report) {
    for (const { fields } of containers) {
      const { value, node } = fields.str('image');
      if (value === undefined || !node || value.trim() === '' || isReplaced(value)) continue;
      const flaw = flawOf(value);
      if (!flaw) continue;
      const repaired = repair(value);
      const fixes = repaired !== value && flawOf(repaired) === undefined ? [changeFix(document, node, repaired)] : [];
      report({ at: node, message: flaw, fixes });
    }
  },
};

/** IMAGE_URI, ECR_URI/web, REGISTRY/NAME:TAG: what a deploy script will replace. */
function isReplaced(image: string): boolean {
  const { repository } = parseImage(image);
  const words = repository.split('/');
  return (
    words.some((word) => isStandIn(word) && word.includes('_')) || (words.every(isStandIn) && /^[A-Z/_:]+$/.test(image))
  );
}

function flawOf(image: string): string | undefined {
  if (image !== image.trim())
    return l10n.t('The image has blanks around it: Container.image contains invalid characters.');
  const scheme = /^[a-z]+:\/\//i.exec(image)?.[0];
  if (scheme) return l10n.t('"{0}" does not belong into an image reference.', scheme);
  const [name = '', digest, ...more] = image.split('@');
  if (more.length > 0) return l10n.t('An image has one digest at most.');
  if (digest !== undefined && !/^sha256:[A-Fa-f0-9]{64}$/.test(digest))
    return l10n.t('A digest is "sha256:" and 64 hexadecimal digits; this one is "{0}".', digest);
  if (name.length > 255)
    return l10n.t('The image has {0} characters; at most 255 are allowed before a digest.', name.length);
  const odd = /[^A-Za-z0-9\-_.:/#]/.exec(name)?.[0];
  if (odd) return l10n.t('Container.image contains invalid characters: "{0}".', odd);
  const { repository, tag } = parseImage(image);
  if (repository === '' || /^\/|\/\/|\/$/.test(repository)) return l10n.t('The image names no repository.');
  if (repository.includes(':'))
    return l10n.t('The image has more than one tag: "{0}".', image.slice(image.indexOf(repository)));
  if (tag !== undefined && tag !== '' && !/^\w[\w.-]{0,127}$/.test(tag))
    return tag.length > 128
      ? l10n.t('A tag has at most 128 characters; this one has {0}.', tag.length)
      : l10n.t('"{0}" is not a tag: letters, digits and _ . -, the first no dot or hyphen.', tag);
  const account = /^(\d+)\.dkr[.-]ecr/.exec(image)?.[1];
  if (account !== undefined && account.length !== 12)
    return l10n.t('The account of an ECR image has 12 digits; "{0}" has {1}.', account, account.length);
  if (tag === '') return l10n.t('A colon without a tag stands at the end of the image.');
  if (/[A-Z]/.test(repository))
    return l10n.t('The repository "{0}" has upper-case letters; registries refuse them.', repository);
  return undefined;
}

function repair(image: string): string {
  const plain = image
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/:$/, '');
  const { repository } = parseImage(plain);
  return plain.replace(repository, repository.toLowerCase());
}
