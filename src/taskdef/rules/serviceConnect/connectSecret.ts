import { links } from '../../facts/links.ts';
import { limitRule } from '../../rule/limitRule.ts';

export const connectSecret = limitRule({
  id: 'SD06R',
  title: 'A secret option of the Service Connect log has a name and a place that it comes from.',
  link: links.connectConfiguration,
  neededEvenEmpty: true,
  members: ['Secret.name', 'Secret.valueFrom'],
});
