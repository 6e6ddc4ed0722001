import { DescribeParametersCommand } from '@aws-sdk/client-ssm';

export { SSMClient } from '@aws-sdk/client-ssm';

/** Every Systems Manager operation that the product may call: none of them changes anything. */
export const ssmReads = {
  DescribeParameters: DescribeParametersCommand,
};
