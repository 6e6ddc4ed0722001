// One run of suites through @vscode/test-electron, in a process of its own so that a hang can be ended from outside.
// Its one argument is the JSON of test-electron's options.
import { runTests } from '@vscode/test-electron';

try {
  await runTests(JSON.parse(process.argv[2] ?? '{}') as Parameters<typeof runTests>[0]);
} catch {
  // Why it failed is in the report; the exit code says that it did.
  process.exit(1);
}
