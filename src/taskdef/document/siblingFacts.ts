/** The tool that hands the file to ECS; they accept different files. */
export type Tool = 'aws-cli' | 'github-action' | 'ecspresso' | 'codepipeline';

/** What becomes of the file on its way to the tool. */
export interface Rewriting {
  /** Whether the render action reads it, as strict JSON. */
  rendered?: boolean;
  /** Names of the containers into which an image is written, or `#` and their index; `*` for all. */
  images?: readonly string[];
  /** Texts in the place of which others are put. */
  texts?: readonly string[];
  /** Members of the root that get a value, whatever they have. */
  given?: readonly string[];
  /** Members that are taken out. */
  removed?: readonly string[];
  /** Whether nulls are taken out. */
  withoutNulls?: boolean;
  /** Whether only some members are taken over, each by its name. */
  picked?: boolean;
}

/** A tool that hands the file to ECS, as the files beside show it. */
export interface ToolUse {
  tool: Tool;
  /** Path of the file that shows it, from the root of the repository; absent where a person said it. */
  by?: string;
  /** Whether it is known to get other files of the repository only, and is assumed for want of another. */
  elsewhere?: boolean;
  /** Set for the GitHub deploy action before its second version, which checks what it sends. */
  version?: 1;
  rewriting?: Rewriting;
}

export type LaunchType = 'FARGATE' | 'EC2' | 'EXTERNAL' | 'MANAGED_INSTANCES';

/** What a file beside this one says about the service that runs it. */
export interface SiblingService {
  /** Its name, for messages. */
  file: string;
  launchType?: LaunchType;
  /** Targets of its load balancers, with what is known of them. */
  loadBalancers: readonly { containerName?: string; containerPort?: number }[];
  /** Whether it says in which subnets tasks run; undefined when that cannot be told. */
  networkConfiguration?: boolean;
  /** Whether it lets ECS Exec into its tasks. */
  enableExecuteCommand?: boolean;
  /** Whether its tasks find others by the names of Service Connect. */
  serviceConnect?: boolean;
}

/** A task definition beside a service definition, as its text. */
export interface SiblingTask {
  /** From the root of the repository, with slashes. */
  path: string;
  text: string;
}

/** What files beside this one say about it; the caller reads them, rules only judge. */
export interface SiblingFacts {
  /** Launch type of the service or workflow that runs this task definition. */
  launchType?: LaunchType;
  /** The tool that the files show to get this one; of several the one that is asked about first. */
  tool?: Tool;
  /** All tools that the files show, each once for each way in which it gets the file; else the one that is assumed. */
  uses?: readonly ToolUse[];
  services?: readonly SiblingService[];
  /** Of a service definition: the task definition that it runs, where one file is certain to be it. */
  taskDefinition?: SiblingTask;
  /** Whether a service lets ECS Exec into its tasks. */
  enableExecuteCommand?: boolean;
  /** Containers into which a workflow writes an image before it registers this file. */
  renderedContainers?: readonly { file: string; container: string }[];
}
