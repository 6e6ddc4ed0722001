import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  anyConsoleUrl,
  consoleUrl,
  familyConsoleUrl,
  fileSystemUrl,
  imageUrl,
  logGroupUrl,
} from '../../../src/ecs/consoleUrl.ts';
import { partitions } from '../../../src/ecs/partitions.ts';
import { regionsOf, sdkPartitions } from './sdkPartitions.ts';

const pagesOfArns: Record<string, string | undefined> = {
  'arn:aws:ecs:eu-west-3:111122223333:cluster/shop':
    'https://eu-west-3.console.aws.amazon.com/ecs/v2/clusters/shop/services?region=eu-west-3',
  'arn:aws-cn:ecs:cn-north-1:111122223333:service/shop/web':
    'https://console.amazonaws.cn/ecs/v2/clusters/shop/services/web/health?region=cn-north-1',
  'arn:aws-us-gov:ecs:us-gov-west-1:111122223333:task/shop/0123':
    'https://console.amazonaws-us-gov.com/ecs/v2/clusters/shop/tasks/0123/configuration?region=us-gov-west-1',
  'arn:aws:ecs:us-east-1:111122223333:task-definition/web:7':
    'https://us-east-1.console.aws.amazon.com/ecs/v2/task-definitions/web/7/containers?region=us-east-1',
  'arn:aws-eusc:ecs:eusc-de-east-1:111122223333:service/shop/web':
    'https://eusc-de-east-1.console.amazonaws-eusc.eu/ecs/v2/clusters/shop/services/web/health?region=eusc-de-east-1',
  'arn:aws-iso:ecs:us-iso-east-1:111122223333:cluster/shop': undefined,
  'arn:aws-of-tomorrow:ecs:eu-west-3:111122223333:cluster/shop': undefined,
  'arn:aws:ecr:eu-west-3:111122223333:repository/shop/web':
    'https://eu-west-3.console.aws.amazon.com/ecr/repositories/private/111122223333/shop/web?region=eu-west-3',
  'arn:aws:logs:eu-west-3:111122223333:log-group:/ecs/web:*':
    'https://eu-west-3.console.aws.amazon.com/cloudwatch/home?region=eu-west-3#logsV2:log-groups/log-group/$252Fecs$252Fweb',
  'arn:aws:s3:eu-west-3:111122223333:accesspoint/web': undefined,
  'not an arn': undefined,
};

for (const [arn, url] of Object.entries(pagesOfArns)) {
  test(`leads from ${arn} to its page of the console`, () => assert.equal(consoleUrl(arn), url));
}

const pagesOfImages: Record<string, string | undefined> = {
  '123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/web:1.2':
    'https://eu-central-1.console.aws.amazon.com/ecr/repositories/private/123456789012/team/web?region=eu-central-1',
  '123456789012.dkr-ecr.us-east-1.on.aws/web@sha256:abc':
    'https://us-east-1.console.aws.amazon.com/ecr/repositories/private/123456789012/web?region=us-east-1',
  '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/web':
    'https://console.amazonaws.cn/ecr/repositories/private/123456789012/web?region=cn-north-1',
  'public.ecr.aws/nginx/nginx:1.27': 'https://gallery.ecr.aws/nginx/nginx',
  'nginx:1.27': 'https://hub.docker.com/_/nginx',
  'docker.io/library/nginx': 'https://hub.docker.com/_/nginx',
  'grafana/grafana:11': 'https://hub.docker.com/r/grafana/grafana',
  'ghcr.io/owner/app:1': 'https://ghcr.io/owner/app',
  'registry.example.com:5000/app:1': undefined,
  'localhost/app': undefined,
};

for (const [image, page] of Object.entries(pagesOfImages)) {
  test(`image ${image} leads to ${page ?? 'no page'}`, () => assert.equal(imageUrl(image), page));
}

test('ARNs lead to the console of their partition and Region', () => {
  const found = (arn: string): string | undefined => consoleUrl(arn);
  assert.equal(
    found('arn:aws:iam::123456789012:role/path/app'),
    'https://console.aws.amazon.com/iam/home#/roles/details/app',
  );
  assert.equal(
    found('arn:aws-us-gov:iam::123456789012:role/app'),
    'https://console.amazonaws-us-gov.com/iam/home#/roles/details/app',
  );
  assert.equal(
    found('arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-AbCdEf:password::'),
    'https://eu-west-1.console.aws.amazon.com/secretsmanager/secret?name=prod%2Fdb&region=eu-west-1',
  );
  assert.equal(
    found('arn:aws:ssm:eu-west-1:123456789012:parameter/shop/db'),
    'https://eu-west-1.console.aws.amazon.com/systems-manager/parameters/%2Fshop%2Fdb/description?region=eu-west-1',
  );
  assert.equal(found('arn:aws:sqs:eu-west-1:123456789012:queue'), undefined);
  assert.equal(found('arn:aws:iam::123:role/app'), undefined);
});

test('a log group is encoded as the console wants it', () => {
  assert.match(logGroupUrl('/ecs/web', 'eu-west-1') ?? '', /log-group\/\$252Fecs\$252Fweb$/);
});

test('what is only like an ARN, or has half a surrogate pair, raises no exception', () => {
  assert.equal(consoleUrl('arn:aws:secretsmanager:eu-west-1:123456789012:secr/witp'), undefined);
  assert.match(consoleUrl('arn:aws:iam::123456789012:role/\uD800') ?? '', /details\/%EF%BF%BD$/);
});

test('nothing of another partition leads to the commercial console', () => {
  const commercial = 'console.aws.amazon.com';
  for (const partition of sdkPartitions) {
    const { id } = partition;
    const host = partitions.find((one) => one.id === id)?.console?.host;
    for (const [region] of regionsOf(partition)) {
      const inRegion = (service: string, resource: string): string =>
        `arn:${id}:${service}:${region}:111122223333:${resource}`;
      const urls = [
        consoleUrl(inRegion('ecs', 'service/shop/web')),
        consoleUrl(inRegion('secretsmanager', 'secret:web-AbCdEf')),
        consoleUrl(inRegion('ssm', 'parameter/web')),
        consoleUrl(inRegion('elasticfilesystem', 'file-system/fs-1')),
        consoleUrl(`arn:${id}:iam::111122223333:role/web`),
        consoleUrl(`arn:${id}:s3:::bucket/web.env`),
        anyConsoleUrl(inRegion('sqs', 'queue')),
        familyConsoleUrl('web', region, id),
        imageUrl(`111122223333.dkr.ecr.${region}.${partition.outputs.dnsSuffix}/web:1`),
        logGroupUrl('/ecs/web', region),
        fileSystemUrl('fs-1', region),
      ];
      for (const url of urls) {
        assert.equal(url !== undefined, host !== undefined, `${region} ${url}`);
        if (url === undefined || host === undefined) continue;
        assert.ok(new URL(url).host === host || new URL(url).host === `${region}.${host}`, url);
        assert.equal(url.includes(commercial), id === 'aws', url);
      }
    }
  }
});
