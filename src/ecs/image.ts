import { partitions } from './partitions.ts';
import { regionPattern } from './regions.ts';

/** Parts of an image reference. */
export interface ImageReference {
  /** Registry host; undefined for Docker Hub. */
  registry?: string;
  /** Path without registry, tag and digest. */
  repository: string;
  tag?: string;
  digest?: string;
}

/** Splits an image reference as Docker does; it need not be a valid one. */
export function parseImage(image: string): ImageReference {
  const [beforeDigest = '', digest] = image.split('@');
  const slash = beforeDigest.indexOf('/');
  const first = slash < 0 ? '' : beforeDigest.slice(0, slash);
  const registry = first !== '' && (/[.:]/.test(first) || first === 'localhost') ? first : undefined;
  const rest = registry === undefined ? beforeDigest : beforeDigest.slice(slash + 1);
  const colon = rest.lastIndexOf(':');
  const tagged = colon > rest.lastIndexOf('/');
  return {
    registry,
    repository: tagged ? rest.slice(0, colon) : rest,
    tag: tagged ? rest.slice(colon + 1) : undefined,
    digest,
  };
}

/** An image without tag and digest: `…/shop/checkout` of `…/shop/checkout:3.4.0`. */
export function imageRepository(image: string): string {
  return (image.split('@')[0] ?? '').replace(/:[^:/]*$/, '');
}

/** A private Amazon ECR registry. */
interface EcrRegistry {
  /** Twelve digits. */
  registryId: string;
  region: string;
}

/** An image in a private Amazon ECR repository, taken apart. */
export interface EcrImage extends EcrRegistry {
  repositoryName: string;
  tag: string | undefined;
  digest: string | undefined;
}

const suffixes = partitions.flatMap(({ dnsSuffix, dualStackDnsSuffix }) => [
  dnsSuffix,
  dualStackDnsSuffix.replace(/^api\./, 'on.'),
]);

/**
 * Hosts of private registries: `dkr.ecr` over IPv4, `dkr-ecr` over IPv6 as well, each with and without FIPS.
 * Source: https://docs.aws.amazon.com/general/latest/gr/ecr.html
 */
const ecrHost =
  String.raw`(?<registryId>\d{12})\.dkr[.-]ecr(?:-fips)?\.(?<region>${regionPattern})\.` +
  `(?:${[...new Set(suffixes)].join('|').replaceAll('.', String.raw`\.`)})`;

const ecrImage = new RegExp(`^${ecrHost}/(?<repositoryName>[^:@]+)(?::(?<tag>[^@]+))?(?:@(?<digest>.+))?$`);
const ecrHosts = new RegExp(String.raw`\b${ecrHost}(?=/)`, 'g');

/** The parts of a private ECR image, or undefined for one of another registry. */
export function parseEcrImage(image: string): EcrImage | undefined {
  const { registryId = '', region = '', repositoryName = '', tag, digest } = ecrImage.exec(image)?.groups ?? {};
  if (!registryId) return undefined;
  return { registryId, region, repositoryName, tag: tag ?? (digest ? undefined : 'latest'), digest };
}

/** The private ECR registries that a text names, as often as it names them. */
export function findEcrRegistries(text: string): EcrRegistry[] {
  return [...text.matchAll(ecrHosts)].map(({ groups: { registryId = '', region = '' } = {} }) => ({
    registryId,
    region,
  }));
}

/** `repository:tag`, without the registry, and the beginning of the digest where one is known. */
export function imageText(image: string, digest?: string): string {
  const [named = '', pinned] = image.split('@');
  const short = named.slice(named.lastIndexOf('/') + 1);
  const known = digest ?? pinned;
  return known ? `${short} @${shortDigest(known)}` : short;
}

/** Twelve hexadecimal digits, as `docker images --digests` readers know them. */
function shortDigest(digest: string): string {
  return digest.replace(/^sha256:/, '').slice(0, 12);
}
