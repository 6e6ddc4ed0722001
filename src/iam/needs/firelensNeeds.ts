import * as l10n from '@vscode/l10n';
import type { Fields } from '../../taskdef/document/fields.ts';
import type { Container } from '../../taskdef/document/task.ts';
import type { Need } from './need.ts';
import { arnAt, inRegion, isExact, patternOf, type TaskHome } from './place.ts';
import { fileNeeds } from './secretNeeds.ts';

/** What the log router does in the name of the task's role: it delivers what containers log, and reads its own files. */
export function firelensNeeds(container: Container, home: TaskHome): Need[] {
  return [...deliveryNeeds(container, home), ...routerFiles(container, home)];
}

/** One permission of an output. */
interface Delivery {
  actions: string[];
  resource: string;
  /** What a request names, where the resource is the beginning of many. */
  asked?: string;
  onlyPerhaps?: boolean;
}

function deliveryNeeds({ fields, label }: Container, home: TaskHome): Need[] {
  const log = fields.fields('logConfiguration');
  if (log.str('logDriver').value !== 'awsfirelens') return [];
  const options = log.fields('options');
  const plugin = optionOf(options, 'Name') ?? optionOf(options, '@type');
  const at = (options.str('Name').node ? options.str('Name') : options.str('@type')).node;
  if (plugin === undefined || !at) return [];
  const place = inRegion(home, optionOf(options, 'region') ?? optionOf(options, 'Aws_Region'));
  const reason = l10n.t('The logs of container {0} are delivered by the FireLens output {1}.', label, plugin);
  const role = optionOf(options, 'role_arn') ?? optionOf(options, 'AWS_Role_ARN');
  // What it delivers with another role, that role has to be allowed.
  const deliveries = role === undefined ? deliveriesOf(plugin.toLowerCase(), options, place) : takeOn(role);
  return deliveries.map(({ actions, resource, asked, onlyPerhaps }) => ({
    role: 'task',
    purpose: role === undefined ? 'DeliverLogs' : 'TakeOnOtherRoles',
    actions,
    resource,
    ...(asked !== undefined && isExact(asked) ? { asked: [asked] } : isExact(resource) ? { asked: [resource] } : {}),
    ...(onlyPerhaps ? { onlyPerhaps } : {}),
    reason,
    at,
  }));
}

function takeOn(role: string): Delivery[] {
  return [{ actions: ['sts:AssumeRole'], resource: role }];
}

/** Fluent Bit takes options in any case. */
function optionOf(options: Fields, name: string): string | undefined {
  const entry = options.entries().find((each) => each.name.toLowerCase() === name.toLowerCase());
  return entry && patternOf(entry);
}

function deliveriesOf(plugin: string, options: Fields, place: TaskHome): Delivery[] {
  switch (plugin) {
    case 'cloudwatch':
    case 'cloudwatch_logs':
      return toLogGroup(plugin, options, place);
    case 'firehose':
    case 'kinesis_firehose': {
      const resource = arnAt(place, 'firehose', `deliverystream/${optionOf(options, 'delivery_stream') ?? '*'}`);
      return [{ actions: ['firehose:PutRecordBatch'], resource }];
    }
    case 'kinesis':
    case 'kinesis_streams':
      return [
        {
          actions: ['kinesis:PutRecords'],
          resource: arnAt(place, 'kinesis', `stream/${optionOf(options, 'stream') ?? '*'}`),
        },
      ];
    case 's3': {
      const bucket = `arn:${place.partition}:s3:::${optionOf(options, 'bucket') ?? '*'}`;
      return [{ actions: ['s3:PutObject'], resource: `${bucket}/*`, asked: `${bucket}/fluent-bit-logs/any` }];
    }
    case 'es':
    case 'opensearch':
      return toOpenSearch(options, place);
    default:
      return [];
  }
}

function toLogGroup(plugin: string, options: Fields, place: TaskHome): Delivery[] {
  const name = (optionOf(options, 'log_group_name') ?? '*').replace(/\$\([^)]*\)|\$\w+(?:\[[^\]]*\])*/g, '*');
  const group = arnAt(place, 'logs', `log-group:${name}`);
  const resource = `${group}:*`;
  const asked = `${group}:log-stream:any`;
  const creates = /^(?:true|on|yes|1|\*)$/i.test(optionOf(options, 'auto_create_group') ?? '');
  // The older plugin, written in Go, looks for streams that are there.
  const looks = plugin === 'cloudwatch' ? ['logs:DescribeLogStreams'] : [];
  return [
    { actions: ['logs:CreateLogStream', 'logs:PutLogEvents', ...looks], resource, asked },
    ...(creates ? [{ actions: ['logs:CreateLogGroup'], resource, asked: `${group}:log-stream:` }] : []),
    ...(creates && optionOf(options, 'log_retention_days') !== undefined
      ? [{ actions: ['logs:PutRetentionPolicy'], resource, asked: `${group}:log-stream:` }]
      : []),
  ];
}

function toOpenSearch(options: Fields, place: TaskHome): Delivery[] {
  if (!/^(?:on|true|yes|1|\*)$/i.test(optionOf(options, 'aws_auth') ?? '')) return [];
  const host = optionOf(options, 'host') ?? '*';
  if (optionOf(options, 'aws_service_name') === 'aoss' || /\.aoss\./.test(host)) {
    const [, collection = '*'] = /^([a-z0-9]+)\.[^.]+\.aoss\./.exec(host) ?? [];
    return [{ actions: ['aoss:APIAccessAll'], resource: arnAt(place, 'aoss', `collection/${collection}`) }];
  }
  // `search-logs-abc….eu-west-1.es.amazonaws.com`: the name of the domain, and characters of chance.
  const [, domain = '*'] = /^(?:search|vpc)-(.+)-[a-z0-9]{26}\./.exec(host) ?? [];
  const resource = arnAt(place, 'es', `domain/${domain}/*`);
  return [{ actions: ['es:ESHttpPost'], resource, asked: arnAt(place, 'es', `domain/${domain}/_bulk`) }];
}

/** `aws_fluent_bit_init_s3_1`: the init image of AWS for Fluent Bit fetches such files with the task's role. */
function routerFiles({ fields, label }: Container, home: TaskHome): Need[] {
  const reason = l10n.t('The log router {0} fetches its configuration from S3.', label);
  return fields
    .list('environment')
    .fields()
    .filter((variable) => /^aws_fluent_bit_init_s3_/i.test(variable.str('name').value ?? ''))
    .flatMap((variable) => fileNeeds(variable.str('value'), { home, reason, role: 'task' }));
}
