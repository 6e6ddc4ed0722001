import { links } from '../../facts/links.ts';
import { limitRule } from '../../rule/limitRule.ts';

export const restartPolicy = limitRule({
  id: 'TD097',
  title: 'A container is restarted after 60 to 1800 seconds, with up to 50 exit codes left out.',
  link: links.restartPolicy,
  says: 'restartAttemptPeriod must be between 60 and 1800.',
  members: ['ContainerRestartPolicy.restartAttemptPeriod', 'ContainerRestartPolicy.ignoredExitCodes'],
});
