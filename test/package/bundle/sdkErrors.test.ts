import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';

/** Errors are told apart by name: the names must come through the bundle, where classes have lost theirs. */
interface Answer {
  chunk: string;
  operation: string;
  status: number;
  type: string;
  body: string;
  name: string;
}

const json = 'application/x-amz-json-1.1';
const xml = (code: string): string =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>It is not there.</Message></Error></ErrorResponse>`;
const typed = (name: string): string => JSON.stringify({ __type: name, message: 'It is not there.' });
const answers: Answer[] = [
  {
    chunk: 'iamOperations',
    operation: 'GetRole',
    status: 404,
    type: 'text/xml',
    body: xml('NoSuchEntity'),
    name: 'NoSuchEntityException',
  },
  {
    chunk: 'iamOperations',
    operation: 'CreateRole',
    status: 409,
    type: 'text/xml',
    body: xml('EntityAlreadyExists'),
    name: 'EntityAlreadyExistsException',
  },
  {
    chunk: 'loadBalancingOperations',
    operation: 'DescribeTargetGroups',
    status: 400,
    type: 'text/xml',
    body: xml('TargetGroupNotFound'),
    name: 'TargetGroupNotFoundException',
  },
  {
    chunk: 'ecrOperations',
    operation: 'DescribeImages',
    status: 400,
    type: json,
    body: typed('RepositoryNotFoundException'),
    name: 'RepositoryNotFoundException',
  },
  {
    chunk: 'secretsOperations',
    operation: 'DescribeSecret',
    status: 400,
    type: json,
    body: typed('ResourceNotFoundException'),
    name: 'ResourceNotFoundException',
  },
  {
    chunk: 'ec2Operations',
    operation: 'DescribeSubnets',
    status: 400,
    type: 'text/xml',
    body: `<Response><Errors>${/<Error>.*<\/Error>/.exec(xml('InvalidSubnetID.NotFound'))?.[0]}</Errors></Response>`,
    name: 'InvalidSubnetID.NotFound',
  },
  { chunk: 's3Operations', operation: 'HeadObject', status: 404, type: 'application/xml', body: '', name: 'NotFound' },
];

interface Service {
  readonly createClient: (options: object) => { send(command: object): Promise<unknown> };
  operations: Record<string, { command: new (input: object) => object }>;
}

describe('the bundled SDK', () => {
  let answer: Answer | undefined;
  const server = createServer((_, response) => {
    response.writeHead(answer?.status ?? 500, { 'content-type': answer?.type });
    response.end(answer?.body);
  });
  before(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
  after(() => server.close());

  for (const each of answers) {
    it(`names the errors of ${each.chunk}`, async () => {
      answer = each;
      const chunks = resolve(import.meta.dirname, '../../../dist/chunks');
      const file = (await readdir(chunks)).find((name) => name.startsWith(`${each.chunk}-`)) ?? assert.fail();
      const { createClient, operations } = (await import(join(chunks, file))) as Service;
      const { command: ThisCommand } = operations[each.operation] ?? assert.fail();
      const client = createClient({
        region: 'eu-west-1',
        endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
        forcePathStyle: true,
      });
      const input = { RoleName: 'a', repositoryName: 'a', SecretId: 'a', Bucket: 'a', Key: 'a' };
      await assert.rejects(client.send(new ThisCommand(input)), (error: Error & { $metadata?: object }) => {
        assert.equal(error.name, each.name);
        assert.deepEqual(error.$metadata && 'httpStatusCode' in error.$metadata, true);
        return true;
      });
    });
  }
});
