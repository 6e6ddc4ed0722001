/** An image in a private Amazon ECR repository, taken apart. */
export interface EcrImage {
  /** Twelve digits. */
  registryId: string;
  region: string;
  repositoryName: string;
  tag: string | undefined;
  digest: string | undefined;
}

/** An image without tag and digest: `…/shop/checkout` of `…/shop/checkout:3.4.0`. */
export function imageRepository(image: string): string {
  return (image.split('@')[0] ?? '').replace(/:[^:/]*$/, '');
}

/** The parts of a private ECR image, or undefined for one of another registry. */
export function parseEcrImage(image: string): EcrImage | undefined {
  const match =
    /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.[a-z.]+|on\.aws)\/([^:@]+)(?::([^@]+))?(?:@(.+))?$/.exec(
      image,
    );
  if (!match) return undefined;
  const [, registryId = '', region = '', repositoryName = '', tag, digest] = match;
  return { registryId, region, repositoryName, tag: tag ?? (digest ? undefined : 'latest'), digest };
}
