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
