import type { ForeignLog } from './sources/containerLog.ts';
import type { SourceNotice } from './follow/notices.ts';
import type { TaskChange } from './sources/taskWatcher.ts';

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
