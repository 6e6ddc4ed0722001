import type { Connection } from '../aws/connection/connection.ts';
import { fetchEcrImage } from '../aws/read/ecrImage.ts';
import { parseEcrImage } from '../ecs/image.ts';
import type { Facts, ImageFacts } from '../ecs/diagnosis/facts.ts';
import { isMissing } from '../verify/accountFinding.ts';

/** Whether the images of a task are in their repositories; one of another registry or Region cannot be asked for. */
export async function readImages(
  connection: Connection,
  { task }: Facts,
  signal: AbortSignal,
): Promise<readonly ImageFacts[] | undefined> {
  const containers = task?.containers ?? [];
  return Promise.all(
    containers.map(async ({ name: container = '', image = '' }) => ({
      container,
      image,
      exists: await existsInEcr(connection, image, signal),
    })),
  );
}

async function existsInEcr(connection: Connection, image: string, signal: AbortSignal): Promise<boolean | undefined> {
  const parsed = parseEcrImage(image);
  if (!parsed || parsed.region !== connection.region) return undefined;
  try {
    return (await fetchEcrImage(connection, parsed, signal)) !== undefined;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
