import { createContext, Script } from 'node:vm';

/** Milliseconds: hundreds of times what the work takes. What grows with the square of a large input takes longer. */
const guardMs = 20_000;

const context = createContext({});
const script = new Script('work()');

/** Does work that has no end, or none in sight, where it is written badly; ends it then and throws `what`. */
export function withoutHanging<T>(what: string | (() => string), work: () => T): T {
  context['work'] = work;
  try {
    return script.runInContext(context, { timeout: guardMs }) as T;
  } catch (error) {
    const isHanging = error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
    const name = typeof what === 'string' ? what : what();
    throw isHanging ? new Error(`${name} had no end within ${guardMs / 1000} s.`, { cause: error }) : error;
  }
}
