import { findEcrRegistries } from '../../ecs/image.ts';
import { partitionOf } from '../../ecs/partitions.ts';
import { regionPattern } from '../../ecs/regions.ts';
import type { SourceDocument } from './document.ts';

interface HasDocument {
  readonly document: SourceDocument;
}

/** What a file says most often of where it belongs; undefined where it says nothing. */
interface Home {
  partition: string | undefined;
  region: string | undefined;
  account: string | undefined;
}

const homes = new WeakMap<SourceDocument, Home>();

/** The Region that the file's ARNs, ECR images and log options name most often; undefined when they name none. */
export function regionOf({ document }: HasDocument): string | undefined {
  return homeOf(document).region;
}

/** The account that the file's ARNs and ECR images name most often; undefined when they name none. */
export function accountOf({ document }: HasDocument): string | undefined {
  return homeOf(document).account;
}

/** An ARN in the file's own partition and account, as far as it names them. */
export function ownArn(file: HasDocument, service: string, region: string, resource: string): string {
  const { account = '<ACCOUNT_ID>' } = homeOf(file.document);
  return `arn:${ownPartition(file, region)}:${service}:${region}:${account}:${resource}`;
}

/** The ARN of an S3 object in the file's own partition; S3's have neither Region nor account. */
export function ownObjectArn(file: HasDocument, bucket: string, key: string): string {
  return `arn:${ownPartition(file)}:s3:::${bucket}/${key}`;
}

function ownPartition(file: HasDocument, region?: string): string {
  return homeOf(file.document).partition ?? partitionOf(region || regionOf(file) || '');
}

const arnPartition = /arn:(aws[\w-]*):/g;
const arnRegion = new RegExp(`arn:aws[\\w-]*:[a-z0-9-]+:(${regionPattern}):`, 'g');
const logRegion = new RegExp(`"awslogs-region"\\s*:\\s*"(${regionPattern})"`, 'g');
const accountPlace = /(?::|\/|")(\d{12})(?::|\.dkr)/g;

/** Counted once for each document: the fixes of many findings ask. */
function homeOf(document: SourceDocument): Home {
  const known = homes.get(document);
  if (known) return known;
  const found = (pattern: RegExp): string[] => [...document.text.matchAll(pattern)].map(([, text = '']) => text);
  const registries = findEcrRegistries(document.text).map(({ region }) => region);
  const home = {
    partition: commonest(found(arnPartition)),
    region: commonest([...found(arnRegion), ...registries, ...found(logRegion)]),
    account: commonest(found(accountPlace)),
  };
  homes.set(document, home);
  return home;
}

function commonest(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
