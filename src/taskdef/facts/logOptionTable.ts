/** What each log driver takes; `required` ones first in completion, `secret` ones belong into secretOptions. */
export interface LogDriverOptions {
  required: readonly string[];
  optional: readonly string[];
  /** Of options with a fixed set of values. */
  values?: Readonly<Record<string, readonly string[]>>;
}

const common = ['mode', 'max-buffer-size'];
const describing = ['tag', 'labels', 'env'];
const commonValues = { mode: ['non-blocking', 'blocking'] };

/** Options by driver. awsfirelens is not listed: its options belong to the output plugin. */
export const logOptions: Readonly<Record<string, LogDriverOptions>> = {
  awslogs: {
    required: ['awslogs-group', 'awslogs-region', 'awslogs-stream-prefix'],
    optional: ['awslogs-create-group', 'awslogs-datetime-format', 'awslogs-multiline-pattern', ...common],
    values: { ...commonValues, 'awslogs-create-group': ['true', 'false'] },
  },
  splunk: {
    required: ['splunk-url', 'splunk-token'],
    optional: [
      'splunk-source',
      'splunk-sourcetype',
      'splunk-index',
      'splunk-format',
      'splunk-capath',
      'splunk-caname',
      'splunk-insecureskipverify',
      'splunk-verify-connection',
      'splunk-gzip',
      'splunk-gzip-level',
      ...describing,
      'labels-regex',
      'env-regex',
      ...common,
    ],
    values: { ...commonValues, 'splunk-format': ['inline', 'json', 'raw'], 'splunk-gzip': ['true', 'false'] },
  },
  fluentd: {
    required: ['fluentd-address'],
    optional: [
      'fluentd-async',
      'fluentd-async-connect',
      'fluentd-async-reconnect-interval',
      'fluentd-buffer-limit',
      'fluentd-retry-wait',
      'fluentd-max-retries',
      'fluentd-sub-second-precision',
      'fluentd-write-timeout',
      'fluentd-request-ack',
      ...describing,
      'env-regex',
      'labels-regex',
      ...common,
    ],
    values: commonValues,
  },
  gelf: {
    required: ['gelf-address'],
    optional: [
      'gelf-compression-type',
      'gelf-compression-level',
      'gelf-tcp-max-reconnect',
      'gelf-tcp-reconnect-delay',
      ...describing,
      'env-regex',
      'labels-regex',
      ...common,
    ],
    values: { ...commonValues, 'gelf-compression-type': ['gzip', 'zlib', 'none'] },
  },
  'json-file': {
    required: [],
    optional: ['max-size', 'max-file', 'compress', ...describing, 'env-regex', 'labels-regex', ...common],
    values: { ...commonValues, compress: ['true', 'false'] },
  },
  journald: { required: [], optional: [...describing, 'env-regex', 'labels-regex', ...common], values: commonValues },
  syslog: {
    required: [],
    optional: [
      'syslog-address',
      'syslog-facility',
      'syslog-format',
      'syslog-tls-ca-cert',
      'syslog-tls-cert',
      'syslog-tls-key',
      'syslog-tls-skip-verify',
      ...describing,
      'env-regex',
      'labels-regex',
      ...common,
    ],
    values: { ...commonValues, 'syslog-format': ['rfc3164', 'rfc5424', 'rfc5424micro'] },
  },
};

/** Options of FireLens outputs, by the plugin that `Name` names. */
export const firelensOptions: Readonly<Record<string, readonly string[]>> = {
  cloudwatch_logs: ['region', 'log_group_name', 'log_stream_prefix', 'auto_create_group', 'log_key', 'log_format'],
  cloudwatch: ['region', 'log_group_name', 'log_stream_prefix', 'auto_create_group', 'log_key', 'log_format'],
  kinesis_firehose: ['region', 'delivery_stream'],
  firehose: ['region', 'delivery_stream'],
  kinesis_streams: ['region', 'stream', 'partition_key'],
  kinesis: ['region', 'stream', 'partition_key'],
  s3: ['region', 'bucket', 'total_file_size', 'upload_timeout', 'use_put_object', 's3_key_format'],
  es: ['Host', 'Port', 'Index', 'Type', 'Aws_Auth', 'Aws_Region', 'Suppress_Type_Name', 'tls'],
  opensearch: ['Host', 'Port', 'Index', 'Type', 'Aws_Auth', 'Aws_Region', 'Suppress_Type_Name', 'tls'],
  datadog: ['Host', 'TLS', 'dd_service', 'dd_source', 'dd_tags', 'dd_message_key', 'provider', 'compress'],
  http: ['Host', 'Port', 'URI', 'Format', 'TLS', 'Header'],
  newrelic: ['Host', 'Match'],
  splunk: ['Host', 'Port', 'TLS'],
  loki: ['Host', 'Port', 'Labels', 'TLS'],
  forward: ['Host', 'Port'],
  null: [],
};

/** Options whose values are credentials. */
export const secretLogOptions: readonly string[] = [
  'splunk-token',
  'apikey',
  'api_key',
  'Http_Passwd',
  'http_passwd',
  'license_key',
  'licenseKey',
  'Splunk_Token',
  'splunk_token',
  'shared_key',
  'Shared_Key',
];
