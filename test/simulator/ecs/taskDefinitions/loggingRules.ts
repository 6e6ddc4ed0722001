import { containersOf, eachContainer, isFargate, whole, type DefinitionRule } from './rule.ts';

const FARGATE_DRIVERS = ['awslogs', 'splunk', 'awsfirelens'];
const AWSLOGS_OPTIONS = new Set([
  'awslogs-create-group',
  'awslogs-datetime-format',
  'awslogs-group',
  'awslogs-multiline-pattern',
  'awslogs-region',
  'awslogs-stream-prefix',
  'max-buffer-size',
  'mode',
]);

/** Log drivers and their options. */
export const loggingRules: readonly DefinitionRule[] = [
  eachContainer(({ logConfiguration }, input) => {
    const driver = logConfiguration?.logDriver;
    return driver && isFargate(input) && !FARGATE_DRIVERS.includes(driver)
      ? `${driver} is not a valid log driver. Must be one of [${FARGATE_DRIVERS.join(', ')}]`
      : undefined;
  }),
  eachContainer(({ logConfiguration }) => {
    if (logConfiguration?.logDriver !== 'awslogs') return undefined;
    const options = Object.keys(logConfiguration.options ?? {});
    const missing = ['awslogs-region', 'awslogs-group'].filter((name) => !options.includes(name));
    if (missing.length > 0) return `Log driver awslogs requires options: ${missing.join(', ')}`;
    const unknown = options.filter((name) => !AWSLOGS_OPTIONS.has(name));
    return unknown.length > 0 ? `Log driver awslogs disallows options: ${unknown.join(', ')}` : undefined;
  }),
  eachContainer(({ logConfiguration }, input) =>
    logConfiguration?.logDriver === 'awslogs' &&
    isFargate(input) &&
    !logConfiguration.options?.['awslogs-stream-prefix']
      ? 'Fargate requires log configuration options to include awslogs-stream-prefix to support log driver awslogs.'
      : undefined,
  ),
  whole((input) => {
    const uses = containersOf(input).some((each) => each.logConfiguration?.logDriver === 'awsfirelens');
    const router = containersOf(input).some((each) => each.firelensConfiguration);
    if (uses && !router) {
      return 'When awsfirelens log driver is specified in log configuration, a firelens configuration object must be configured in one of the containers.';
    }
    return router && !uses
      ? 'When a firelensConfiguration object is specified, at least one container has to be configured with the awsfirelens log driver.'
      : undefined;
  }),
];
