import { links } from '../../facts/links.ts';
import { limitRule } from '../../rule/limitRule.ts';

export const volumeCount = limitRule({
  id: 'SD01S',
  title: 'A service configures one volume, of at least 1 GiB.',
  link: links.ebs,
  members: ['CreateServiceRequest.volumeConfigurations', 'ServiceManagedEBSVolumeConfiguration.sizeInGiB'],
});
