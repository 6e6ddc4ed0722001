import type { ExpectedFiles } from './expectation.ts';
import { describeOutput } from './expected/describeOutput.ts';
import { logging } from './expected/logging.ts';
import { network } from './expected/network.ts';
import { pipelines } from './expected/pipelines.ts';
import { plain } from './expected/plain.ts';
import { platforms } from './expected/platforms.ts';
import { runtime } from './expected/runtime.ts';
import { secrets } from './expected/secrets.ts';
import { storage } from './expected/storage.ts';
import { strangers } from './expected/strangers.ts';
import { syntax } from './expected/syntax.ts';
import { templates } from './expected/templates.ts';

/** What is expected of every file of the corpus. */
export const expectedFiles: ExpectedFiles = {
  ...describeOutput,
  ...logging,
  ...network,
  ...pipelines,
  ...plain,
  ...platforms,
  ...runtime,
  ...secrets,
  ...storage,
  ...strangers,
  ...syntax,
  ...templates,
};
