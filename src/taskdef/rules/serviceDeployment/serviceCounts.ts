import { links } from '../../facts/links.ts';
import { limitRule } from '../../rule/limitRule.ts';

export const serviceCounts = limitRule({
  id: 'SD06N',
  title: 'desiredCount is not negative, and the grace period of health checks is 0 to 2147483647 seconds.',
  link: links.createService,
  members: ['CreateServiceRequest.desiredCount', 'CreateServiceRequest.healthCheckGracePeriodSeconds'],
});
