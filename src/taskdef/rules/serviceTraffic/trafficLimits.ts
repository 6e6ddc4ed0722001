import { links } from '../../facts/links.ts';
import { limitRule } from '../../rule/limitRule.ts';

export const trafficLimits = limitRule({
  id: 'SD013',
  title: 'A service has at most 5 load balancers, one registry and one gateway connector, with ports up to 65535.',
  link: links.targetGroups,
  says: 'load balancers can have at most 5 items.',
  members: [
    'CreateServiceRequest.loadBalancers',
    'CreateServiceRequest.serviceRegistries',
    'CreateServiceRequest.gatewayConnectors',
    'LoadBalancer.containerPort',
    'ServiceRegistry.port',
    'ServiceRegistry.containerPort',
    'GatewayConnectorHealthCheck.healthCheckPort',
  ],
});
