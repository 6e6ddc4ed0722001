/** The file that the facts are about. */
export interface OwnFile {
  /** From the root of the repository, with slashes. */
  path: string;
  /** Undefined while it is unknown: then every service beside the file counts. */
  family: string | undefined;
  /** Whether it defines a service, not a task. */
  isService?: boolean;
  /** Whether it has the marks in the place of which CodePipeline puts images. */
  isForPipeline?: boolean;
  /** Whether the path really begins at the root of the repository; else it may begin in a folder of it. */
  exact?: boolean;
}
