import type { AwsError } from '../aws/errors.ts';
import type { ForeignLog } from './sources/containerLog.ts';
import type { TaskChange } from './sources/taskWatcher.ts';

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

/** What a stream says between the lines; whoever shows it puts it in words. */
export type Marker =
  | TaskChange
  | SourceNotice
  /** A container writes to where nobody can follow. */
  | { kind: 'foreign'; log: ForeignLog }
  /** A revision cannot be described any more; where its containers write is unknown. */
  | { kind: 'lostRevision'; revision: string }
  /** There is an earlier past than was shown. */
  | { kind: 'earlier'; before: number }
  /** No container of the scope writes to CloudWatch Logs, or there is no task to read from. */
  | { kind: 'nothingToRead' }
  /** The task has stopped and all its lines are shown. */
  | { kind: 'finished' };
