import type { WayOut } from './waysOut.ts';

/** A plain sentence for the person about something they can mend; it is shown as it is, without a stack. */
export class UserError extends Error {
  readonly wayOut: WayOut | undefined;

  constructor(message: string, wayOut?: WayOut) {
    super(message);
    this.name = 'UserError';
    this.wayOut = wayOut;
  }
}
