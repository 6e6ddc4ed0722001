import type { Service } from '@aws-sdk/client-ecs';
import { l10n } from 'vscode';
import { UserError } from '../../common/userError.ts';

/** Throws, in plain words, when ECS itself does not deploy this service. */
export function assertEcsDeploys(service: Service): void {
  const name = service.serviceName ?? '';
  switch (service.deploymentController?.type) {
    case 'CODE_DEPLOY':
      throw new UserError(
        l10n.t('CodeDeploy deploys service {0}. Start the deployment there, or from the pipeline that uses it.', name),
      );
    case 'EXTERNAL':
      throw new UserError(
        l10n.t('An external tool deploys service {0} with task sets. Start the deployment in that tool.', name),
      );
    case 'ECS':
    case undefined:
  }
}
