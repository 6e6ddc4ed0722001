import { awsQuery } from '../http/protocols.ts';
import { reads, type ServiceDefinition } from '../serviceDefinition.ts';
import { assumeRole } from './assumeRole.ts';
import { getCallerIdentity } from './getCallerIdentity.ts';

export const stsService: ServiceDefinition = {
  name: 'sts',
  protocol: awsQuery('https://sts.amazonaws.com/doc/2011-06-15/'),
  operations: {
    GetCallerIdentity: { ...reads(getCallerIdentity), open: true },
    AssumeRole: reads(assumeRole),
  },
};
