import { container, ec2, fargate, fargateContainer } from './exampleFiles.ts';

// Files with volumes and mounts, for the cases of rules on them.

const mountPoints = [{ sourceVolume: 'data', containerPath: '/data' }];

/** A volume that is mounted, on Fargate. */
export function volume(definition: object, task: object = {}): object {
  return fargate({
    containerDefinitions: [{ ...container, mountPoints }],
    volumes: [{ name: 'data', ...definition }],
    ...task,
  });
}

/** A volume that is mounted, on EC2. */
export function ec2Volume(definition: object, task: object = {}): object {
  return ec2({
    containerDefinitions: [{ ...container, memory: 256, mountPoints }],
    volumes: [{ name: 'data', ...definition }],
    ...task,
  });
}

export function efs(changes: object): object {
  return volume({ efsVolumeConfiguration: { fileSystemId: 'fs-12345678', ...changes } });
}

export const accessPoint = { accessPointId: 'fsap-1234567890abcdef0' };

export function mount(sourceVolume: string, containerPath = '/data'): object {
  return { sourceVolume, containerPath };
}

export function mounted(mountPoints: object[], volumes: object[] = [{ name: 'data' }]): object {
  return fargateContainer({ mountPoints }, { volumes });
}
