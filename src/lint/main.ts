#!/usr/bin/env node
import { lint } from './lint.ts';

// The status is set rather than exited with, so that a slow pipe gets everything.
process.exitCode = await lint(process.argv.slice(2), {
  write: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
});
