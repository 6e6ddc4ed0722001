import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';
import { isSure, onFargate } from '../../rule/launchTypes.ts';

export const fsx: Rule = {
  id: 'TD06A',
  severity: 'error',
  title: 'FSx for Windows File Server is for Windows on EC2.',
  link: links.fsx,
  check(task, report) {
    for (const volume of task.volumes.fields()) {
      const share = volume.fields('fsxWindowsFileServerVolumeConfiguration');
      if (!share.present || !share.key) continue;
      if (isSure(onFargate(task)))
        report({ at: share.key, message: l10n.t('Fargate cannot mount FSx for Windows File Server.') });
      else if (task.windows === 'no')
        report({
          at: share.key,
          message: l10n.t('FSx for Windows File Server is for Windows tasks; this one runs Linux.'),
        });
      const authorization = share.fields('authorizationConfig');
      const secret = authorization.str('credentialsParameter');
      if (secret.value !== undefined && secret.node && !/^arn:aws[\w-]*:(?:secretsmanager|ssm):/.test(secret.value)) {
        report({
          at: secret.node,
          message: l10n.t(
            'credentialsParameter is the ARN of a Secrets Manager secret or a Parameter Store parameter.',
          ),
        });
      }
      const domain = authorization.str('domain');
      if (domain.value !== undefined && domain.node && !/^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/.test(domain.value)) {
        report({ at: domain.node, message: l10n.t('"{0}" is not a fully qualified domain name.', domain.value) });
      }
    }
  },
};
