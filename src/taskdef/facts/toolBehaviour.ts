import type { ToolUse } from '../document/siblingFacts.ts';

/** What some tools repair, and others refuse, before ECS sees the file. */
export type Flaw =
  | 'null'
  | 'emptyText'
  | 'emptyList'
  | 'emptyObject'
  /** An empty text where one of a few words belongs. */
  | 'emptyChoice'
  /** What only a description has. */
  | 'outputOnly'
  /** A member that the API does not have. */
  | 'unknownMember'
  /** A member written as in CloudFormation or Terraform. */
  | 'otherCase'
  /** The answer of DescribeTaskDefinition around the task definition. */
  | 'wrapper'
  | 'comment'
  | 'trailingComma'
  | 'byteOrderMark'
  | 'duplicateKey'
  /** Digits in quotes where a number belongs. */
  | 'numberAsText'
  /** A count on a service that runs one task on each instance. */
  | 'daemonCount';

/**
 * `refuses`: it stops there. `repairs`: it leaves it out, or takes it for what is meant, and all is well. `loses`: it leaves out what
 * somebody meant. `sends`: ECS judges. `unclear`: reports differ, or nobody has told.
 */
export type Treatment = 'refuses' | 'repairs' | 'loses' | 'sends' | 'unclear';

/** What hands a file to ECS; Terraform is told by the file itself, a bare list of containers. */
export type Deployer = ToolUse['tool'] | 'terraform';

type Row = Readonly<Record<Flaw, Treatment>>;

/**
 * The AWS CLI: JSON as Python reads it, then each value held against the model of the API (botocore's ParamValidator: "Unknown parameter
 * in input", "Invalid type for parameter"); choices and lengths are left to ECS. Of equal names the last counts.
 */
const awsCli: Row = {
  null: 'refuses',
  emptyText: 'sends',
  emptyList: 'sends',
  emptyObject: 'sends',
  emptyChoice: 'sends',
  outputOnly: 'refuses',
  unknownMember: 'refuses',
  otherCase: 'refuses',
  wrapper: 'refuses',
  comment: 'refuses',
  trailingComma: 'refuses',
  byteOrderMark: 'refuses',
  duplicateKey: 'loses',
  numberAsText: 'refuses',
  daemonCount: 'sends',
};

/**
 * aws-actions/amazon-ecs-deploy-task-definition, index.js: the file is read as YAML, which takes trailing commas and byte-order marks, and
 * neither comments with slashes nor equal names; cleanNullKeys leaves out nulls, and texts, lists and objects without content;
 * removeIgnoredAttributes what only a description has. Since its second version the AWS SDK for JavaScript 3 sends types as they are
 * (issue 587: "STRING_VALUE cannot be converted to Integer") and no members that it does not know.
 */
const githubAction: Row = {
  null: 'repairs',
  emptyText: 'repairs',
  emptyList: 'repairs',
  emptyObject: 'repairs',
  emptyChoice: 'repairs',
  outputOnly: 'repairs',
  unknownMember: 'loses',
  otherCase: 'loses',
  wrapper: 'refuses',
  comment: 'refuses',
  trailingComma: 'repairs',
  byteOrderMark: 'repairs',
  duplicateKey: 'refuses',
  numberAsText: 'sends',
  daemonCount: 'sends',
};

/**
 * Before its second version the action checks as version 2 of the SDK does (issue 464: "Unexpected key 'runtimePlatform' found in
 * params"), and turns digits into numbers.
 */
const githubActionV1: Row = {
  ...githubAction,
  unknownMember: 'refuses',
  otherCase: 'refuses',
  numberAsText: 'repairs',
};

/** aws-actions/amazon-ecs-render-task-definition, index.js: Node's `require`, which is JSON.parse behind a byte-order mark. */
const rendered: Partial<Row> = { trailingComma: 'refuses', byteOrderMark: 'repairs', duplicateKey: 'loses' };

/**
 * kayac/ecspresso, json.go and LoadTaskDefinition: Go's encoding/json into the types of the AWS SDK for Go 2, which takes names in any
 * case, unwraps `taskDefinition`, warns of members that it does not know and leaves them out; walkMap leaves out nulls and empty lists;
 * the SDK sends no empty choice, but empty texts.
 */
const ecspresso: Row = {
  null: 'repairs',
  emptyText: 'sends',
  emptyList: 'repairs',
  emptyObject: 'sends',
  emptyChoice: 'repairs',
  outputOnly: 'repairs',
  unknownMember: 'loses',
  otherCase: 'loses',
  wrapper: 'repairs',
  comment: 'refuses',
  trailingComma: 'refuses',
  byteOrderMark: 'refuses',
  duplicateKey: 'loses',
  numberAsText: 'refuses',
  daemonCount: 'repairs',
};

/** Its LoadServiceDefinition decodes as it stands: lists stay, and nothing is unwrapped; a daemon's count is left out. */
const ecspressoService: Row = { ...ecspresso, emptyList: 'sends', wrapper: 'refuses' };

/**
 * CodePipeline's CodeDeployToECS: its own code is not public. Pipelines run with files that are the JSON of the console; "Exception while
 * trying to read the task definition artifact file" is all that it says of one that it cannot read.
 */
const codePipeline: Row = {
  null: 'unclear',
  emptyText: 'sends',
  emptyList: 'sends',
  emptyObject: 'sends',
  emptyChoice: 'sends',
  outputOnly: 'unclear',
  unknownMember: 'unclear',
  otherCase: 'unclear',
  wrapper: 'refuses',
  comment: 'unclear',
  trailingComma: 'unclear',
  byteOrderMark: 'unclear',
  duplicateKey: 'unclear',
  numberAsText: 'unclear',
  daemonCount: 'sends',
};

/**
 * hashicorp/terraform-provider-aws, ecs/task_definition_equivalency.go and container_definitions.go: encoding/json into the SDK's types,
 * which takes names in any case and leaves out nulls and members that it does not know.
 */
const terraform: Row = {
  ...ecspresso,
  emptyList: 'sends',
  outputOnly: 'loses',
  wrapper: 'refuses',
};

/** All of them, in the order in which they are named. */
export const deployers: readonly Deployer[] = ['aws-cli', 'github-action', 'ecspresso', 'codepipeline', 'terraform'];

const rows: Readonly<Record<Deployer, Row>> = {
  'aws-cli': awsCli,
  'github-action': githubAction,
  ecspresso,
  codepipeline: codePipeline,
  terraform,
};

/** How a file gets to a tool, and what it is. */
export interface Way extends Omit<ToolUse, 'tool'> {
  /** Whether it defines a service, not a task. */
  isService?: boolean;
}

/** What becomes of a flaw on the way of the file to ECS. */
export function treatmentOf(flaw: Flaw, deployer: Deployer, use: Way = {}): Treatment {
  const { by, elsewhere, version, rewriting, isService = false } = use;
  if (flaw === 'null' && rewriting?.withoutNulls) return 'repairs';
  if (flaw === 'outputOnly' && rewriting?.picked) return 'repairs';
  const before = rewriting?.rendered ? rendered[flaw] : undefined;
  if (deployer === 'ecspresso' && isService) return ecspressoService[flaw];
  if (deployer !== 'github-action') return before ?? rows[deployer][flaw];
  const after = (version === 1 ? githubActionV1 : githubAction)[flaw];
  // Where nothing is known of a workflow, the render action may come first or not.
  const isOpen =
    (by === undefined || elsewhere) && !rewriting && rendered[flaw] !== undefined && rendered[flaw] !== after;
  return isOpen ? 'unclear' : (before ?? after);
}
