import { error, type ExpectedFiles } from '../expectation.ts';

/** Answers of DescribeTaskDefinition, kept as files. The AWS CLI and the SDKs refuse what only ECS writes. */
export const describeOutput: ExpectedFiles = {
  'kitebridge/cli/described.json': {
    kind: 'wrapper',
    about: 'the whole answer, with its tags beside the task definition',
    outputOnly: 'taskDefinitionArn revision status requiresAttributes compatibilities registeredAt registeredBy',
    findings: [error('TD003', '2: "taskDefinition"', 'RegisterTaskDefinition knows no such parameter')],
  },
  'kitebridge/cli/task-definition-old.json': {
    about: 'an inactive revision, on its way to be deleted',
    outputOnly:
      'compatibilities taskDefinitionArn requiresAttributes revision status deregisteredAt registeredAt deleteRequestedAt',
    nulls: 6,
  },
  'kitebridge/oneline/taskdef.json': {
    about: 'for instances, minified',
    outputOnly: 'requiresAttributes compatibilities revision status taskDefinitionArn',
  },
  'plover/console/task-definition.json': {
    about: 'what the console of former years shows as JSON: every member, and null where there is no value',
    outputOnly: 'compatibilities taskDefinitionArn requiresAttributes revision status',
    nulls: 91,
  },
};
