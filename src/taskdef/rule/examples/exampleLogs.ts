import { container, ec2Container, fargate, fargateContainer, sidecar } from './exampleFiles.ts';

// Files whose containers log, for the cases of rules on logging.

export const awslogsOptions = container.logConfiguration.options;

export function log(logDriver: string, options: object = {}, more: object = {}): object {
  return fargateContainer({ logConfiguration: { logDriver, options, ...more } });
}

export function ec2Log(logDriver: string, options: object = {}, more: object = {}): object {
  return ec2Container({ logConfiguration: { logDriver, options, ...more } });
}

export function awslogs(changes: object): object {
  return log('awslogs', { ...awslogsOptions, ...changes });
}

export const firelens = { logConfiguration: { logDriver: 'awsfirelens', options: { Name: 'firehose' } } };

/** The container that routes the others' logs. */
export function logRouter(changes: object = {}): object {
  return sidecar({
    name: 'log_router',
    essential: true,
    user: '0',
    memoryReservation: 64,
    firelensConfiguration: { type: 'fluentbit' },
    ...changes,
  });
}

/** An application whose logs go through a log router. */
export function routed(changes: object = {}, app: object = firelens): object {
  return fargate({ containerDefinitions: [{ ...container, ...app }, logRouter(changes)] });
}

export function routerOptions(options: object): object {
  return routed({ firelensConfiguration: { type: 'fluentbit', options } });
}

export const splunkToken = {
  name: 'splunk-token',
  valueFrom: 'arn:aws:ssm:eu-central-1:123456789012:parameter/token',
};
