import { createHash, createHmac } from 'node:crypto';
import type { SimulatedAccount } from '../../../simulator/simulatedAccount.ts';
import { REGION } from './openAccount.ts';

/** What to sign otherwise than one should. */
export interface Signing {
  target?: string;
  accessKeyId?: string;
  secret?: string;
  service?: string;
  region?: string;
  at?: Date;
  scopeDay?: string;
  headers?: Record<string, string>;
  unsignedHeaders?: Record<string, string>;
  /** What the signature covers, when it is not the body that is sent. */
  signedPayload?: string;
  terminator?: string;
}

export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

/** The headers of a POST signed as the AWS documentation says, apart from the server's own code. */
export function signedHeaders(sim: SimulatedAccount, signing: Signing = {}, body = '{}'): Record<string, string> {
  const { accessKeyId, secretAccessKey } = sim.account.credential;
  const stamp = (signing.at ?? new Date()).toISOString().replace(/[-:]|\.\d+/g, '');
  const day = signing.scopeDay ?? stamp.slice(0, 8);
  const { service = 'ecs', region = REGION, terminator = 'aws4_request' } = signing;
  const headers: Record<string, string> = {
    'content-type': 'application/x-amz-json-1.1',
    host: new URL(sim.url).host,
    'x-amz-date': stamp,
    'x-amz-target': signing.target ?? 'AmazonEC2ContainerServiceV20141113.ListClusters',
    ...signing.headers,
  };
  const names = Object.keys(headers).sort();
  const lines = names.map((name) => `${name}:${headers[name]}\n`).join('');
  const canonical = ['POST', '/', '', lines, names.join(';'), signing.signedPayload ?? hash(body)].join('\n');
  const scope = `${day}/${region}/${service}/${terminator}`;
  const text = ['AWS4-HMAC-SHA256', stamp, scope, hash(canonical)].join('\n');
  const secret = Buffer.from(`AWS4${signing.secret ?? secretAccessKey}`);
  const key = [day, region, service, 'aws4_request'].reduce<Buffer>(hmac, secret);
  const signature = hmac(key, text).toString('hex');
  const credential = `${signing.accessKeyId ?? accessKeyId}/${scope}`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return { ...headers, ...signing.unsignedHeaders, authorization };
}
