import type { Service, Task } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import { imageText } from '../../../ecs/image.ts';
import type { Leaf } from './leafNode.ts';

/** What a service runs and where it is reached, as far as its description and its tasks say so: at no further call. */
export function serviceFacts(service: Service, tasks: readonly Task[]): Leaf[] {
  return [...imageFact(service, tasks), ...balancerFacts(service), ...connectFacts(service)];
}

function imageFact({ loadBalancers = [] }: Service, tasks: readonly Task[]): Leaf[] {
  const newest = tasks.reduce<Task | undefined>(
    (best, task) => ((task.createdAt?.getTime() ?? 0) > (best?.createdAt?.getTime() ?? -1) ? task : best),
    undefined,
  );
  const containers = newest?.containers ?? [];
  const balanced = loadBalancers.map(({ containerName }) => containerName);
  const main = containers.find(({ name }) => balanced.includes(name)) ?? containers[0];
  if (!main?.image) return [];
  const others = containers.length - 1;
  const more = others === 1 ? l10n.t('and 1 more') : l10n.t('and {0} more', others);
  return [
    {
      key: 'image',
      label: imageText(main.image),
      description: [l10n.t('image'), ...(others > 0 ? [more] : [])].join(' '),
      icon: 'package',
      tooltip: containers.map(({ name = '', image = '', imageDigest = '' }) =>
        `${name}: ${image} ${imageDigest}`.trim(),
      ),
    },
  ];
}

function balancerFacts({ loadBalancers = [] }: Service): Leaf[] {
  return loadBalancers.map(({ targetGroupArn, loadBalancerName, containerName = '', containerPort }) => {
    const [, group] = /:targetgroup\/([^/]+)/.exec(targetGroupArn ?? '') ?? [];
    const name = group ?? loadBalancerName ?? '';
    return {
      key: `balancer ${targetGroupArn ?? name} ${containerName}:${containerPort}`,
      label: name,
      description: l10n.t('load balancer → {0}', `${containerName}:${containerPort ?? '?'}`),
      icon: 'globe',
      tooltip: [targetGroupArn ?? name],
    };
  });
}

function connectFacts({ deployments = [] }: Service): Leaf[] {
  const { services = [] } = deployments.find(({ status }) => status === 'PRIMARY')?.serviceConnectConfiguration ?? {};
  return services.flatMap(({ clientAliases = [], portName = '' }) =>
    clientAliases.map(({ dnsName, port }) => ({
      key: `connect ${portName} ${dnsName}:${port}`,
      label: `${dnsName ?? portName}:${port ?? '?'}`,
      description: l10n.t('Service Connect'),
      icon: 'link',
    })),
  );
}
