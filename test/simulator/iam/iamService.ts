import { awsQuery } from '../http/protocols.ts';
import { reads, type ServiceDefinition } from '../serviceDefinition.ts';
import { listAccountAliases } from './listAccountAliases.ts';
import { getRole, listRoles } from './roles.ts';

export const iamService: ServiceDefinition = {
  name: 'iam',
  protocol: awsQuery('https://iam.amazonaws.com/doc/2010-05-08/'),
  operations: {
    GetRole: reads(getRole),
    ListAccountAliases: reads(listAccountAliases),
    ListRoles: reads(listRoles),
  },
};
