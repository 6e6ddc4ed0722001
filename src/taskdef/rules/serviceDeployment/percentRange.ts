import { links } from '../../facts/links.ts';
import { limitRule } from '../../rule/limitRule.ts';

export const percentRange = limitRule({
  id: 'SD066',
  title: 'maximumPercent is 100 or more, minimumHealthyPercent 0 to 100.',
  link: links.rollingUpdate,
  says: 'maximumPercent must be at least 100. minimumHealthyPercent must be at most 100.',
  members: ['DeploymentConfiguration.maximumPercent', 'DeploymentConfiguration.minimumHealthyPercent'],
});
