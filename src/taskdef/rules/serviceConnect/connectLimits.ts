import { links } from '../../facts/links.ts';
import { limitRule } from '../../rule/limitRule.ts';

export const connectLimits = limitRule({
  id: 'SD01G',
  title: 'A port in Service Connect has one client alias at most, and ports from 1 to 65535.',
  link: links.connectService,
  says: '2 clientAliases exceeds the max limit of 1',
  members: [
    'ServiceConnectService.clientAliases',
    'ServiceConnectService.portName',
    'ServiceConnectService.ingressPortOverride',
    'ServiceConnectClientAlias.port',
    'TimeoutConfiguration.idleTimeoutSeconds',
    'TimeoutConfiguration.perRequestTimeoutSeconds',
  ],
});
