import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** How `npm start` may be called. */
export const startUsage = `npm start -- [--real] [--port N] [--folder DIR] [--speed N]
  --real        your own AWS account instead of the simulated one
  --port N      the port of the window's address; a free one unless given
  --folder DIR  the folder to open; a copy of the sample workspace unless given
  --speed N     how many times faster than in AWS tasks and deployments live; 4 unless given`;

export interface StartOptions {
  readonly help: boolean;
  readonly real: boolean;
  /** By default one that is free. */
  readonly port: number | undefined;
  /** By default a copy of the sample workspace. */
  readonly folder: string | undefined;
  readonly speed: number;
}

/** Reads the words after `npm start --`; throws with a sentence for the person when they are none of ours. */
export function parseStartOptions(words: string[]): StartOptions {
  const { values } = parseArgs({
    args: words,
    options: {
      help: { type: 'boolean', default: false },
      real: { type: 'boolean', default: false },
      port: { type: 'string' },
      folder: { type: 'string' },
      speed: { type: 'string', default: '4' },
    },
  });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536))
    throw new Error(`'${values.port}' is no port: it is a number from 1 to 65535.`);
  const speed = Number(values.speed);
  if (!(speed > 0 && Number.isFinite(speed))) throw new Error(`'${values.speed}' is no speed: it is a number above 0.`);
  const folder = values.folder === undefined ? undefined : resolve(values.folder);
  if (folder !== undefined && !statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`There is no folder ${folder}.`);
  return { help: values.help, real: values.real, port, folder, speed };
}
