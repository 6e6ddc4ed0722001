import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { account, granted, needed, region } from './needOf.ts';

const registry = `${account}.dkr.ecr.${region}.amazonaws.com`;
const secret = (name: string) => `arn:aws:secretsmanager:${region}:${account}:secret:${name}`;
const parameter = (name: string) => `arn:aws:ssm:${region}:${account}:parameter${name}`;
const logs = (group: string) => `arn:aws:logs:${region}:${account}:log-group:${group}:*`;
const key = `kms:Decrypt arn:aws:kms:${region}:${account}:key/*`;
const of = (container: object, task: object = {}): string[] => granted(needed('execution', container, task));
const withoutKeys = (grants: string[]): string[] => grants.filter((grant) => !grant.startsWith('kms:'));

describe('what an execution role needs', () => {
  it('is nothing where nothing is pulled from ECR, logged or read', () => {
    assert.deepEqual(of({ image: 'public.ecr.aws/nginx/nginx:1.27' }), []);
    assert.deepEqual(of({ image: 'nginx' }), []);
    assert.deepEqual(of({ image: 'ghcr.io/owner/app:${TAG}' }), []);
  });

  it('is the repository of each image, in the account and Region that hold it', () => {
    const pull = (arn: string) =>
      ['BatchCheckLayerAvailability', 'BatchGetImage']
        .map((action) => `ecr:${action} ${arn}`)
        .concat('ecr:GetAuthorizationToken *', `ecr:GetDownloadUrlForLayer ${arn}`);
    const own = `arn:aws:ecr:${region}:${account}:repository/shop/web`;
    assert.deepEqual(of({ image: `${registry}/shop/web:1.0` }), pull(own));
    assert.deepEqual(of({ image: `${registry}/shop/web@sha256:${'a'.repeat(64)}` }), pull(own));
    assert.deepEqual(
      of({ image: '999988887777.dkr.ecr.cn-north-1.amazonaws.com.cn/web' }),
      pull('arn:aws-cn:ecr:cn-north-1:999988887777:repository/web'),
    );
  });

  it('keeps what is known of an image that a template fills in', () => {
    const repository = (image: string): string | undefined =>
      of({ image })
        .find((grant) => grant.startsWith('ecr:BatchGetImage'))
        ?.split(' ')[1];
    const own = (name: string) => `arn:aws:ecr:${region}:${account}:repository/${name}`;
    assert.equal(repository(`${registry}/shop/web:\${TAG}`), own('shop/web'));
    assert.equal(repository('${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/shop/${NAME}:1'), own('shop/*'));
    assert.equal(repository('${REGISTRY}/shop/web:1'), own('shop/web'));
    assert.equal(repository('<IMAGE1_NAME>'), own('*'));
    assert.equal(repository('{{ must_env `IMAGE` }}:{{ must_env `TAG` }}'), own('*'));
    assert.equal(repository('myrepo/app:${TAG}'), undefined);
  });

  it('is the streams of a log group, and the group itself only where the task creates it', () => {
    const log = (options: object) => of({ logConfiguration: { logDriver: 'awslogs', options } });
    const write = [`logs:CreateLogStream ${logs('/ecs/a')}`, `logs:PutLogEvents ${logs('/ecs/a')}`];
    assert.deepEqual(log({ 'awslogs-group': '/ecs/a' }), write);
    assert.deepEqual(log({ 'awslogs-group': '/ecs/a', 'awslogs-create-group': 'false' }), write);
    assert.deepEqual(log({ 'awslogs-group': '/ecs/a', 'awslogs-create-group': 'true' }), [
      `logs:CreateLogGroup ${logs('/ecs/a')}`,
      ...write,
    ]);
    assert.deepEqual(
      log({ 'awslogs-group': '/ecs/a', 'awslogs-region': 'us-east-1' })[0],
      write[0]?.replace(region, 'us-east-1'),
    );
    assert.deepEqual(of({ logConfiguration: { logDriver: 'json-file', options: {} } }), []);
  });

  it('is each secret itself, whatever key, stage or version is taken of it', () => {
    const read = (...values: string[]) =>
      withoutKeys(of({ secrets: values.map((valueFrom, index) => ({ name: `S${index}`, valueFrom })) }));
    const get = (name: string) => `secretsmanager:GetSecretValue ${secret(name)}`;
    assert.deepEqual(read(secret('db-a1B2c3')), [get('db-a1B2c3')]);
    assert.deepEqual(read(`${secret('db-a1B2c3')}:password:AWSCURRENT:`), [get('db-a1B2c3')]);
    assert.deepEqual(read(`${secret('db-a1B2c3')}:user::`, `${secret('db-a1B2c3')}:password::`), [get('db-a1B2c3')]);
    // Without the six characters the name alone is known.
    assert.deepEqual(read(secret('shop/db')), [get('shop/db-??????')]);
    // `secret` may be the six characters or the name's end.
    assert.deepEqual(read(secret('db-secret')), [get('db-secret'), get('db-secret-??????')]);
    assert.deepEqual(read(secret('${ENV}/db-a1B2c3')), [get('*/db-a1B2c3')]);
    assert.deepEqual(read('arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:db-a1B2c3'), [get('db-a1B2c3')]);
  });

  it('is each parameter by its name, without version or label, in its own account', () => {
    const read = (valueFrom: string) => withoutKeys(of({ secrets: [{ name: 'A', valueFrom }] }));
    assert.deepEqual(read('/shop/url'), [`ssm:GetParameters ${parameter('/shop/url')}`]);
    assert.deepEqual(read('url'), [`ssm:GetParameters ${parameter('/url')}`]);
    assert.deepEqual(read('/shop/url:3'), [`ssm:GetParameters ${parameter('/shop/url')}`]);
    assert.deepEqual(read(parameter('/shop/url')), [`ssm:GetParameters ${parameter('/shop/url')}`]);
    const other = 'arn:aws:ssm:us-east-1:999988887777:parameter/url';
    assert.deepEqual(read(other), [`ssm:GetParameters ${other}`]);
    // A parameter of this name stands for a secret.
    assert.deepEqual(read('/aws/reference/secretsmanager/db'), [
      `secretsmanager:GetSecretValue ${secret('db-??????')}`,
      `ssm:GetParameters ${parameter('/aws/reference/secretsmanager/db')}`,
    ]);
    assert.deepEqual(read('${DB_SECRET}'), [
      `secretsmanager:GetSecretValue ${secret('*')}`,
      `ssm:GetParameters ${parameter('/*')}`,
    ]);
  });

  it('names a customer’s key only by the service that uses it, since no file does', () => {
    const { statements } = needed('execution', {
      secrets: [
        { name: 'A', valueFrom: secret('db-a1B2c3') },
        { name: 'B', valueFrom: '/shop/url' },
      ],
    });
    const keys = statements.filter(({ purpose }) => purpose === 'DecryptWithCustomerKeys');
    assert.deepEqual(
      keys.map(({ condition }) => condition),
      ['secretsmanager', 'ssm'].map((service) => ({
        StringEquals: { 'kms:ViaService': [`${service}.${region}.amazonaws.com`] },
      })),
    );
    assert.match(keys[0]?.reasons[0]?.text ?? '', /customer managed key/);
  });

  it('is the secrets of log drivers and the credentials of registries', () => {
    const options = { logDriver: 'splunk', secretOptions: [{ name: 'splunk-token', valueFrom: '/splunk/token' }] };
    assert.deepEqual(of({ logConfiguration: options }), [key, `ssm:GetParameters ${parameter('/splunk/token')}`]);
    const credentials = (credentialsParameter: string) =>
      withoutKeys(of({ image: 'registry.example/app:1', repositoryCredentials: { credentialsParameter } }));
    assert.deepEqual(credentials(secret('hub-a1B2c3')), [`secretsmanager:GetSecretValue ${secret('hub-a1B2c3')}`]);
    // A bare name is a secret's.
    assert.deepEqual(credentials('hub'), [`secretsmanager:GetSecretValue ${secret('hub-??????')}`]);
  });

  it('is environment files, FireLens configurations and credential specs in S3', () => {
    const file = (path: string) => [
      `s3:GetBucketLocation arn:aws:s3:::${path.split('/')[0]}`,
      `s3:GetObject arn:aws:s3:::${path}`,
    ];
    assert.deepEqual(
      withoutKeys(of({ environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::files/app/web.env' }] })),
      file('files/app/web.env'),
    );
    const firelens = (options: object) => withoutKeys(of({ firelensConfiguration: { type: 'fluentbit', options } }));
    assert.deepEqual(
      firelens({ 'config-file-type': 's3', 'config-file-value': 'arn:aws:s3:::files/extra.conf' }),
      file('files/extra.conf'),
    );
    assert.deepEqual(firelens({ 'config-file-type': 'file', 'config-file-value': '/extra.conf' }), []);
    assert.deepEqual(
      withoutKeys(of({ dockerSecurityOptions: ['credentialspec:arn:aws:s3:::files/web.json'] })),
      file('files/web.json'),
    );
    assert.deepEqual(withoutKeys(of({ credentialSpecs: [`credentialspecdomainless:${parameter('/web')}`] })), [
      `ssm:GetParameters ${parameter('/web')}`,
    ]);
  });

  it('is the look-up of a Windows share and its credentials', () => {
    const volume = {
      name: 'share',
      fsxWindowsFileServerVolumeConfiguration: {
        fileSystemId: 'fs-0123456789abcdef0',
        rootDirectory: '\\data',
        authorizationConfig: { credentialsParameter: secret('domain-a1B2c3'), domain: 'corp.example' },
      },
    };
    assert.deepEqual(withoutKeys(of({}, { volumes: [volume] })), [
      'fsx:DescribeFileSystems *',
      `secretsmanager:GetSecretValue ${secret('domain-a1B2c3')}`,
    ]);
  });

  it('says of each statement why, and where in the file that stands', () => {
    const found = needed('execution', { secrets: [{ name: 'DB', valueFrom: secret('db-a1B2c3') }] });
    const [read] = found.statements;
    const [{ text, at } = assert.fail()] = read?.reasons ?? [];
    assert.equal(text, 'Container web is given DB.');
    assert.equal(found.text.slice(at.offset, at.offset + at.length), JSON.stringify(secret('db-a1B2c3')));
  });
});
