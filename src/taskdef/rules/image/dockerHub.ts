import * as l10n from '@vscode/l10n';
import { parseImage } from '../../../ecs/image.ts';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const dockerHub: Rule = {
  id: 'TD0C2',
  severity: 'hint',
  title: 'Images are not pulled from Docker Hub without credentials: it limits how often.',
  link: links.pullErrors,
  says: 'CannotPullContainerError: toomanyrequests',
  check({ document, containers }, report) {
    for (const { fields } of containers) {
      const { value, node } = fields.str('image');
      if (!value || !node || !fields.member('repositoryCredentials').missing) continue;
      const { registry, repository } = parseImage(value);
      if ((registry !== undefined && registry !== 'docker.io') || !/^[a-z0-9]/.test(repository)) continue;
      const path = registry === undefined ? value : value.slice('docker.io/'.length);
      const official = !path.includes('/') || path.startsWith('library/');
      const fixes = official
        ? [changeFix(document, node, `public.ecr.aws/docker/library/${path.replace(/^library\//, '')}`, false)]
        : [];
      report({
        at: node,
        message: l10n.t(
          'This is pulled from Docker Hub without credentials, which limits pulls: "CannotPullContainerError: toomanyrequests". ECR Public and a pull-through cache do not.',
        ),
        fixes,
      });
    }
  },
};
