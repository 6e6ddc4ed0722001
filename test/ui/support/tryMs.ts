/**
 * Milliseconds for one of the tries of an `eventually` whose next one does something else, such as to look for a row
 * again: long enough for a window on a busy machine, short enough for many within its guard.
 */
export const tryMs = 8_000;
