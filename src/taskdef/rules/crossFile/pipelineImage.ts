import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

export const pipelineImage: Rule = {
  id: 'TD0D5',
  severity: 'hint',
  title: 'With CodePipeline an image is a placeholder, so that the pipeline can fill in what it has built.',
  link: links.codePipelineEcs,
  check({ containers, containersCertain }, report, { tool }) {
    const images = containers.map(({ fields }) => fields.str('image'));
    if (tool !== 'codepipeline' || !containersCertain || images.some(({ value }) => value === undefined)) return;
    const [first] = images;
    if (!first?.node) return;
    report({
      at: first.node,
      message: l10n.t(
        'No image is a placeholder such as {0}: the pipeline deploys {1} whatever it has built.',
        '<IMAGE1_NAME>',
        first.value ?? '',
      ),
    });
  },
};
