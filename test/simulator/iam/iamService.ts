import { awsQuery } from '../http/protocols.ts';
import { reads, type ServiceDefinition } from '../serviceDefinition.ts';
import { getRole } from './getRole.ts';
import { listAccountAliases } from './listAccountAliases.ts';

export const iamService: ServiceDefinition = {
  name: 'iam',
  protocol: awsQuery('https://iam.amazonaws.com/doc/2010-05-08/'),
  operations: {
    GetRole: reads(getRole),
    ListAccountAliases: reads(listAccountAliases),
  },
};
