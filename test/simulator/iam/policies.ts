import type { Account } from '../account.ts';

const everything = [{ Effect: 'Allow', Action: '*', Resource: '*' }];

/** AWS's own policies that the simulated roles have, behind `policy/`. */
const ofAws: Readonly<Record<string, readonly object[]>> = {
  AdministratorAccess: everything,
  ReadOnlyAccess: [
    { Effect: 'Allow', Action: ['ecs:Describe*', 'ecs:List*', 'logs:Get*', 's3:Get*', 's3:List*'], Resource: '*' },
  ],
  'service-role/AmazonECSTaskExecutionRolePolicy': [
    {
      Effect: 'Allow',
      Action: [
        'ecr:GetAuthorizationToken',
        'ecr:BatchCheckLayerAvailability',
        'ecr:GetDownloadUrlForLayer',
        'ecr:BatchGetImage',
        'logs:CreateLogStream',
        'logs:PutLogEvents',
      ],
      Resource: '*',
    },
  ],
  'service-role/AmazonEC2ContainerServiceforEC2Role': [
    {
      Effect: 'Allow',
      Action: [
        'ecs:RegisterContainerInstance',
        'ecs:Submit*',
        'ecr:GetAuthorizationToken',
        'ecr:BatchGetImage',
        'logs:CreateLogStream',
      ],
      Resource: '*',
    },
  ],
};

const stores = new WeakMap<Account, Map<string, string>>();

/** The managed policies of an account itself: JSON texts by ARN. */
export function ownPoliciesOf(account: Account): Map<string, string> {
  const found = stores.get(account) ?? new Map<string, string>();
  stores.set(account, found);
  return found;
}

/** The JSON text of a managed policy, AWS's or the account's own; undefined where there is none. */
export function managedPolicyText(account: Account, arn: string): string | undefined {
  const path = /^arn:[^:]+:iam::aws:policy\/(.+)$/.exec(arn)?.[1];
  if (path === undefined) return ownPoliciesOf(account).get(arn);
  const statements = Object.hasOwn(ofAws, path) ? ofAws[path] : undefined;
  return statements && JSON.stringify({ Version: '2012-10-17', Statement: statements });
}
