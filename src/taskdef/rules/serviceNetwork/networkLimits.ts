import { links } from '../../facts/links.ts';
import { limitRule } from '../../rule/limitRule.ts';

export const networkLimits = limitRule({
  id: 'SD00S',
  title: 'A service has 1 to 16 subnets and at most 5 security groups.',
  link: links.awsvpcConfiguration,
  says: 'subnets can not be empty.',
  neededEvenEmpty: true,
  members: ['AwsVpcConfiguration.subnets', 'AwsVpcConfiguration.securityGroups'],
});
