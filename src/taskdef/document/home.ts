import { findEcrRegistries } from '../../ecs/image.ts';
import { partitionOf } from '../../ecs/partitions.ts';
import { regionPattern } from '../../ecs/regions.ts';
import type { SourceDocument } from './document.ts';

/** Where a file belongs, as far as that is known. */
export interface Home {
  readonly region?: string | undefined;
  /** The id of the account, twelve digits. */
  readonly account?: string | undefined;
}

/** A file, and where the connection leads that it goes with. */
interface Placed {
  readonly document: SourceDocument;
  readonly home?: Home | undefined;
}

/** What a file says most often of where it belongs; undefined where it says nothing. */
interface Said {
  partition: string | undefined;
  region: string | undefined;
  account: string | undefined;
}

const said = new WeakMap<SourceDocument, Said>();

/**
 * Where a file belongs: what its own ARNs, ECR images and log options name most often, so that it stays in one account and
 * Region; else where its connection leads.
 */
export function homeOf({ document, home }: Placed): Home {
  const { region, account } = saidBy(document);
  return { region: region ?? home?.region, account: account ?? home?.account };
}

/** The Region that a file belongs to. */
export function regionOf(file: Placed): string | undefined {
  return homeOf(file).region;
}

/** The account that a file belongs to. */
export function accountOf(file: Placed): string | undefined {
  return homeOf(file).account;
}

/** An ARN in the file's own partition and account, as far as it names them. */
export function ownArn(file: Placed, service: string, region: string, resource: string): string {
  const { account = '<ACCOUNT_ID>' } = homeOf(file);
  return `arn:${ownPartition(file, region)}:${service}:${region}:${account}:${resource}`;
}

/** The ARN of an S3 object in the file's own partition; S3's have neither Region nor account. */
export function ownObjectArn(file: Placed, bucket: string, key: string): string {
  return `arn:${ownPartition(file)}:s3:::${bucket}/${key}`;
}

function ownPartition(file: Placed, region?: string): string {
  return saidBy(file.document).partition ?? partitionOf(region || regionOf(file) || '');
}

const arnPartition = /arn:(aws[\w-]*):/g;
const arnRegion = new RegExp(`arn:aws[\\w-]*:[a-z0-9-]+:(${regionPattern}):`, 'g');
const logRegion = new RegExp(`"awslogs-region"\\s*:\\s*"(${regionPattern})"`, 'g');
const accountPlace = /(?::|\/|")(\d{12})(?::|\.dkr)/g;

/** Counted once for each document: the fixes of many findings ask. */
function saidBy(document: SourceDocument): Said {
  const known = said.get(document);
  if (known) return known;
  const texts = (pattern: RegExp): string[] => [...document.text.matchAll(pattern)].map(([, text = '']) => text);
  const registries = findEcrRegistries(document.text).map(({ region }) => region);
  const found = {
    partition: commonest(texts(arnPartition)),
    region: commonest([...texts(arnRegion), ...registries, ...texts(logRegion)]),
    account: commonest(texts(accountPlace)),
  };
  said.set(document, found);
  return found;
}

function commonest(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
