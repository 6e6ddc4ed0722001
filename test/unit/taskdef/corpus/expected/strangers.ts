import { error, type ExpectedFiles } from '../expectation.ts';

const stranger = (about: string) => ({ kind: 'other', about }) as const;

/** Files that share names or words with ours and are something else. */
export const strangers: ExpectedFiles = {
  'tide-tables/package.json': stranger('a script called task-definition'),
  'tide-tables/tsconfig.json': stranger('JSON with comments'),
  'copperline/imageDetail.json': stranger('what a build hands to CodeDeploy'),
  'copperline-admin/deploy/appspec.json': stranger('an AppSpec'),
  'northloom/modules/worker/worker.json.tftpl': stranger('Terraform’s own language, until it is rendered'),
  'northloom/terraform.tfstate.json': stranger('a state of Terraform'),
  'gannet/deploy/appsettings.json': stranger('settings of ASP.NET that name a task definition'),
  'quayside/notes.json': stranger('a list of things with a name and an image'),
  'kitebridge/cli/describe-services.json': {
    kind: 'serviceWrapper',
    about: 'the answer of DescribeServices, of which CreateService takes a part',
    findings: [
      error('SD080', '2: "services"', 'CreateService takes one service, without its state'),
      error('SD00V', '10: "FARGATE"', 'the answer was cut and says nothing of subnets'),
    ],
  },
  'thornapple/nightly/run-task.json': stranger('the input of RunTask'),
  'strangers/template.json': stranger('CloudFormation'),
  'strangers/docker-compose.json': stranger('compose'),
  'strangers/Dockerrun.aws.json': stranger('Elastic Beanstalk, which has containerDefinitions too'),
  'strangers/.vscode/launch.json': stranger('configurations of a debugger'),
  'strangers/lambda-function.json': stranger('the input of CreateFunction'),
  'strangers/daemon-task-definition.json': stranger('a daemon of Managed Instances, which is another API'),
  'strangers/taskDefinition.json': stranger('a task of some other product, by our name'),
  'strangers/deployment.json': stranger('Kubernetes'),
  'strangers/update-service.json': { kind: 'serviceUpdate', about: 'the input of UpdateService, without fault' },
  'strangers/express-service.json': stranger('the input of CreateExpressGatewayService'),
  'strangers/catalogue.json': stranger('computers, with their cpu and memory'),
  'strangers/users.json': stranger('people, with their images and links'),
  'strangers/openapi.json': stranger('a description of an API'),
  'strangers/cdk.out/tree.json': stranger('what the CDK writes'),
  'strangers/task-defaults.json': stranger('defaults of a scheduler'),
  'strangers/pipeline-steps.json': stranger('steps of a pipeline, with images and commands'),
  'strangers/eventbridge-target.json': stranger('the input of PutTargets'),
  'strangers/ecs-task-def.jsonnet': stranger('Jsonnet'),
};
