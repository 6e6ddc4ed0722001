import { container, ec2, ec2Container, fargate, fargateContainer, sidecar } from './exampleFiles.ts';

// Files whose containers have what the cases of a family of rules are about.

export function withImage(image: string): object {
  return fargateContainer({ image });
}

export function ports(...portMappings: object[]): object {
  return fargateContainer({ portMappings });
}

export function bridgePorts(...portMappings: object[]): object {
  return ec2Container({ portMappings });
}

/** Ports of two containers of one task. */
export function portsOfTwo(first: object[], second: object[], networkMode = 'awsvpc'): object {
  return (networkMode === 'awsvpc' ? fargate : ec2)({
    networkMode,
    containerDefinitions: [
      { ...container, memory: 128, portMappings: first },
      sidecar({ memory: 128, portMappings: second }),
    ],
  });
}

export function variables(...environment: object[]): object {
  return fargateContainer({ environment });
}

export function variable(name: string, value: string): object {
  return variables({ name, value });
}

export const parameterArn = 'arn:aws:ssm:eu-central-1:123456789012:parameter/a';
export const secretArn = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:db-AbCdEf';

export function secretFrom(valueFrom: string): object {
  return fargateContainer({ secrets: [{ name: 'A', valueFrom }] });
}

/** Needs no execution role by itself: its image is public, and it has no logs. */
const publicContainer = { ...container, image: 'public.ecr.aws/nginx/nginx:1.27', logConfiguration: undefined };

export function withoutRole(changes: object = {}): object {
  return fargate({ executionRoleArn: undefined, containerDefinitions: [{ ...publicContainer, ...changes }] });
}

export function ec2WithoutRole(changes: object = {}): object {
  return ec2({ executionRoleArn: undefined, containerDefinitions: [{ ...publicContainer, memory: 256, ...changes }] });
}

export function healthCheck(command: string[], more: object = {}): object {
  return fargateContainer({ healthCheck: { command, ...more } });
}

export function timedCheck(more: object): object {
  return healthCheck(['CMD', '/check'], more);
}

/** A container that waits for another. */
export function waits(condition: string, containerName = 'sidecar'): object {
  return { dependsOn: [{ containerName, condition }] };
}

export function linux(linuxParameters: object): object {
  return fargateContainer({ linuxParameters });
}

export function ec2Linux(linuxParameters: object): object {
  return ec2Container({ linuxParameters });
}

export function gpu(...resourceRequirements: object[]): object {
  return ec2Container({ resourceRequirements });
}
