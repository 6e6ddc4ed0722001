import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageOfArn, pageOfImage, pageOfLogGroup } from '../../../src/ecs/consolePages.ts';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { documentLinks } from '../../../src/taskdef/reading/documentLinks.ts';

const pages: Record<string, string | undefined> = {
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

for (const [image, page] of Object.entries(pages)) {
  test(`image ${image} leads to ${page ?? 'no page'}`, () => assert.equal(pageOfImage(image), page));
}

test('ARNs lead to the console of their partition and Region', () => {
  const found = (arn: string): string | undefined => pageOfArn(arn);
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
  assert.match(pageOfLogGroup('/ecs/web', 'eu-west-1'), /log-group\/\$252Fecs\$252Fweb$/);
});

test('links stand on the text of the value; what a template fills in has none', () => {
  const text = JSON.stringify({
    family: 'shop',
    taskRoleArn: 'arn:aws:iam::${ACCOUNT}:role/app',
    containerDefinitions: [
      { name: 'nginx', image: 'nginx:1.27', environment: [{ name: 'image', value: 'nginx' }] },
      {
        name: 'app',
        image: '<IMAGE1_NAME>',
        logConfiguration: {
          logDriver: 'awslogs',
          options: { 'awslogs-group': '/ecs/a', 'awslogs-region': 'eu-west-1' },
        },
      },
    ],
  });
  const links = documentLinks(parseDocument(text, { path: 'task-definition.json' }));
  assert.deepEqual(
    links.map(({ range }) => text.slice(range.offset, range.offset + range.length)),
    ['nginx:1.27', '/ecs/a'],
  );
});

test('what is only like an ARN, or has half a surrogate pair, raises no exception', () => {
  assert.equal(pageOfArn('arn:aws:secretsmanager:eu-west-1:123456789012:secr/witp'), undefined);
  assert.match(pageOfArn('arn:aws:iam::123456789012:role/\uD800') ?? '', /details\/%EF%BF%BD$/);
});
