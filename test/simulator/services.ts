import { autoScalingService } from './autoscaling/autoScalingService.ts';
import { ec2Service } from './ec2/ec2Service.ts';
import { ecrService } from './ecr/ecrService.ts';
import { ecsService } from './ecs/ecsService.ts';
import { iamService } from './iam/iamService.ts';
import { loadBalancingService } from './loadBalancing/loadBalancingService.ts';
import { logsService } from './logs/logsService.ts';
import { secretsService } from './secrets/secretsService.ts';
import { ssmService } from './ssm/ssmService.ts';
import type { ServiceDefinition } from './serviceDefinition.ts';
import type { UnsignedService } from './http/unsignedService.ts';
import { oidcService } from './sso/oidcService.ts';
import { portalService } from './sso/portalService.ts';
import { stsService } from './sts/stsService.ts';

/** Every service the server knows. */
export const services: readonly ServiceDefinition[] = [
  autoScalingService,
  ec2Service,
  ecrService,
  ecsService,
  iamService,
  loadBalancingService,
  logsService,
  secretsService,
  ssmService,
  stsService,
];

/** Services whose requests carry no signature. */
export const unsignedServices: readonly UnsignedService[] = [oidcService, portalService];
