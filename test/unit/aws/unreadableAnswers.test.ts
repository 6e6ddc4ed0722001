import '../../support/useVscodeStandIn.ts';
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import type { AwsError } from '../../../src/aws/errors.ts';
import { systemTimer } from '../../../src/aws/timer.ts';
import { connectTo, useAwsFiles } from '../../support/awsFiles.ts';

const { describeAwsError } = await import('../../../src/ui/common/errorText.ts');

const keys = { aws_access_key_id: 'AKIDEXAMPLE', aws_secret_access_key: 'example-key' };

for (const [status, kind, says] of [
  [500, 'server', /^AWS had a problem of its own: The server answered with status 500\b/],
  [403, 'malformed', /^The server answered with status 403\b.*proxy/i],
  [200, 'malformed', /garbled/],
] as const) {
  test(`a page of HTML with status ${status} is told as what it is`, async (t) => {
    const server = createServer((_request, response) => {
      response.writeHead(status, { 'content-type': 'text/html' }).end('<html>Oops</html>');
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const settings = { ...keys, region: 'eu-west-1', endpoint_url: `http://127.0.0.1:${port}` };
    const files = await useAwsFiles({ dev: { settings } });
    const hasty = { ...systemTimer, sleep: async () => undefined };
    const connection = await connectTo({ profile: 'dev' }, { timer: hasty });
    t.after(async () => {
      connection.dispose();
      await files.remove();
      server.close();
    });
    const failed = await connection.read('ecs', 'ListClusters', {}).then(
      () => assert.fail('it was answered'),
      (error: AwsError) => error,
    );
    assert.equal(failed.kind, kind);
    assert.match(describeAwsError(failed).message, says);
  });
}
