import { inspect } from 'node:util';

/** What a process left unhandled. */
export interface UnhandledErrors {
  /** Leaves out an error that has been reported in another way. */
  forget(error: unknown): void;
  /** Ends the collection and returns what was found, with stacks. */
  stop(): string[];
}

/** Collects what this process leaves unhandled; a rejection that is handled late is forgiven. */
export function collectUnhandled(): UnhandledErrors {
  const rejections = new Map<Promise<unknown>, unknown>();
  const exceptions = new Set<unknown>();
  const onRejection = (reason: unknown, promise: Promise<unknown>): void => void rejections.set(promise, reason);
  const onHandled = (promise: Promise<unknown>): void => void rejections.delete(promise);
  const onException = (error: unknown): void => void exceptions.add(error);
  process.on('unhandledRejection', onRejection);
  process.on('rejectionHandled', onHandled);
  process.on('uncaughtExceptionMonitor', onException);
  return {
    forget(error) {
      exceptions.delete(error);
    },
    stop() {
      process.off('unhandledRejection', onRejection);
      process.off('rejectionHandled', onHandled);
      process.off('uncaughtExceptionMonitor', onException);
      return [...rejections.values(), ...exceptions].map((error) => inspect(error));
    },
  };
}
