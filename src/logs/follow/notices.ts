import type { AwsError } from '../../aws/errors.ts';

/** Why lines are read by polling although live tail was wanted. */
export type PollingReason =
  /** `logs:StartLiveTail` is not allowed. */
  | 'denied'
  /** Too many live-tail sessions in the account. */
  | 'limit'
  /** More than 500 lines a second: live tail shows a sample only. */
  | 'sampled'
  /** The group or the endpoint knows no live tail. */
  | 'unsupported'
  /** The session ended and could not be opened again. */
  | 'unreachable';

/** What happened to a source of lines; whoever shows them puts it in words. */
export type SourceNotice =
  | { kind: 'polling'; group: string; reason: PollingReason; error?: AwsError | undefined }
  | { kind: 'live'; group: string }
  /** A request keeps failing; it is tried again on its own. */
  | { kind: 'trouble'; group: string; error: AwsError }
  | { kind: 'recovered'; group: string }
  /** Nothing more will come of this group. */
  | { kind: 'gaveUp'; group: string; error: AwsError };
