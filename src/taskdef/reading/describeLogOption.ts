import * as l10n from '@vscode/l10n';

/** What an option of a log driver means, for those that are met most; the others share the description of `options`. */
export function describeLogOption(name: string): string | undefined {
  switch (name) {
    case 'awslogs-group':
      return l10n.t(
        'Log group of CloudWatch Logs that the output goes to. It must exist, or awslogs-create-group be "true".',
      );
    case 'awslogs-region':
      return l10n.t('Region of the log group.');
    case 'awslogs-stream-prefix':
      return l10n.t('Begins the name of each stream: prefix/container/task id. Required on Fargate.');
    case 'awslogs-create-group':
      return l10n.t(
        '"true" makes the log group when it is missing; the execution role then needs logs:CreateLogGroup.',
      );
    case 'awslogs-datetime-format':
      return l10n.t('A line that has this strftime pattern begins a new event. Not beside awslogs-multiline-pattern.');
    case 'awslogs-multiline-pattern':
      return l10n.t('A line that matches this expression begins a new event. Not beside awslogs-datetime-format.');
    case 'mode':
      return l10n.t(
        'non-blocking (the default since June 2025) drops output when the buffer is full; blocking makes the application wait.',
      );
    case 'max-buffer-size':
      return l10n.t('Memory for output that is not sent yet, with mode non-blocking: 10m when absent.');
    case 'splunk-url':
      return l10n.t('Address of the Splunk HTTP Event Collector.');
    case 'splunk-token':
      return l10n.t('Token of the Splunk HTTP Event Collector. It belongs into secretOptions.');
    default:
      return undefined;
  }
}
