import { isAboutService } from '../document/content.ts';
import type { CreateServiceCommandInput } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import { nameOfArn } from '../../ecs/arn.ts';
import type { SourceDocument } from '../document/document.ts';
import { memberOf } from '../formats/node.ts';
import { documentInput, type LeftOut } from './documentInput.ts';
import { unreadable } from './unreadable.ts';

/** What a file says of a service. */
export interface ServiceInput {
  /** As CreateService takes it, as far as the file says it. */
  input: Partial<CreateServiceCommandInput>;
  /** Set on the input of UpdateService, which only changes a service that there is. */
  update?: { forceNewDeployment: boolean };
  leftOut: LeftOut;
}

/** Either what ECS is to be sent, or why the file cannot become that. */
export type ServiceInputResult = ServiceInput | { reasons: string[] };

/** Turns a service-definition file into what ECS takes, by the same rules as a task definition into its own input. */
export function toServiceInput(document: SourceDocument): ServiceInputResult {
  const { kind, root } = document;
  if (!isAboutService(kind)) return { reasons: [l10n.t('It is not a service definition.')] };
  const services = kind === 'serviceWrapper' && root ? memberOf(root, 'services')?.children?.length : undefined;
  if (services !== undefined && services > 1) return { reasons: [l10n.t('It tells of {0} services.', services)] };
  const reasons = root ? unreadable(document, root) : [l10n.t('It is empty.')];
  if (reasons.length > 0) return { reasons };
  const read = documentInput(document);
  if (!read) return { reasons: [l10n.t('It holds no service definition.')] };
  const { value, leftOut } = read;
  return kind === 'serviceUpdate' ? asUpdate(value, leftOut) : { input: value, leftOut };
}

/** The input of UpdateService names its service by name or by an ARN, which has the cluster in it. */
function asUpdate({ service, forceNewDeployment, ...input }: Record<string, unknown>, leftOut: LeftOut): ServiceInput {
  const named = typeof service === 'string' ? service : '';
  const cluster = /^arn:[^/]*\/([^/]+)\/[^/]+$/.exec(named)?.[1];
  return {
    input: {
      ...(cluster === undefined ? {} : { cluster }),
      ...input,
      ...(named === '' ? {} : { serviceName: nameOfArn(named) }),
    },
    update: { forceNewDeployment: forceNewDeployment === true },
    leftOut,
  };
}
