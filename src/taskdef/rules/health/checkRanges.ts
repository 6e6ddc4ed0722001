import { links } from '../../facts/links.ts';
import { limitRule } from '../../rule/limitRule.ts';

export const checkRanges = limitRule({
  id: 'TD092',
  title:
    'A health check runs every 5 to 300 seconds, for 2 to 60 seconds, fails after 1 to 10 tries and starts within 300 seconds.',
  link: links.healthCheck,
  neededEvenEmpty: true,
  members: [
    'HealthCheck.interval',
    'HealthCheck.timeout',
    'HealthCheck.retries',
    'HealthCheck.startPeriod',
    'HealthCheck.command',
  ],
});
