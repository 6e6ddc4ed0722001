import assert from 'node:assert/strict';
import { it } from 'node:test';
import { consoleUrl } from '../../../src/ecs/consoleUrl.ts';

const pages: Record<string, string | undefined> = {
  'arn:aws:ecs:eu-west-3:111122223333:cluster/shop':
    'https://eu-west-3.console.aws.amazon.com/ecs/v2/clusters/shop/services?region=eu-west-3',
  'arn:aws-cn:ecs:cn-north-1:111122223333:service/shop/web':
    'https://console.amazonaws.cn/ecs/v2/clusters/shop/services/web/health?region=cn-north-1',
  'arn:aws-us-gov:ecs:us-gov-west-1:111122223333:task/shop/0123':
    'https://console.amazonaws-us-gov.com/ecs/v2/clusters/shop/tasks/0123/configuration?region=us-gov-west-1',
  'arn:aws:ecs:us-east-1:111122223333:task-definition/web:7':
    'https://us-east-1.console.aws.amazon.com/ecs/v2/task-definitions/web/7/containers?region=us-east-1',
  'arn:aws:iam::111122223333:role/x': undefined,
  'not an arn': undefined,
};

for (const [arn, url] of Object.entries(pages)) {
  it(`leads from ${arn} to its page of the console`, () => assert.equal(consoleUrl(arn), url));
}
