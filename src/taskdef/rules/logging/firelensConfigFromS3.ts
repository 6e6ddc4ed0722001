import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { isSure, onFargate } from '../../rule/launchTypes.ts';

export const firelensConfigFromS3: Rule = {
  id: 'TD08C',
  severity: 'error',
  title: 'Fargate reads no FireLens configuration from S3; elsewhere it is an S3 ARN.',
  link: links.firelensOverview,
  says: "Fargate launch type does not support FirelensConfiguration config file from 's3'.",
  check(task, report) {
    for (const { fields } of task.containers) {
      const options = fields.fields('firelensConfiguration').fields('options');
      const type = options.str('config-file-type');
      const value = options.str('config-file-value');
      if (type.value !== 's3' || !type.node) continue;
      const fargate = onFargate(task);
      if (isSure(fargate)) {
        report({
          at: type.node,
          severity: fargate === 'yes' ? 'error' : 'warning',
          message: l10n.t(
            "Fargate launch type does not support FirelensConfiguration config file from 's3': build the file into the image and use type 'file'.",
          ),
          fixes: [changeFix(task.document, type.node, 'file', false)],
        });
      } else if (value.value !== undefined && value.node && !/^arn:aws[\w-]*:s3:::[^/]+\/.+/.test(value.value)) {
        report({
          at: value.node,
          message: l10n.t('Invalid arn syntax: with config-file-type s3 the value is the ARN of an S3 object.'),
        });
      }
    }
  },
};
