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

const ecrHost =
  /^\d{12}\.(?:dkr\.ecr(?:-fips)?\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?|dkr-ecr(?:-fips)?\.[a-z0-9-]+\.on\.(?:aws|amazonwebservices\.com\.cn))\//;

/** Whether the image lies in a private ECR registry, which needs credentials. */
export function isEcrImage(image: string): boolean {
  return ecrHost.test(image);
}

/** Region of a private ECR image. */
export function ecrRegion(image: string): string | undefined {
  return /\.(?:dkr\.ecr|dkr-ecr)(?:-fips)?\.([a-z0-9-]+)\./.exec(image)?.[1];
}
