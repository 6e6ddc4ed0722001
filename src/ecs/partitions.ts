/** A set of Regions with accounts, names and addresses of its own. */
interface Partition {
  id: string;
  /** Names of its Regions, those to come included. */
  regions: RegExp;
  /** What the addresses of its services end with, over IPv4 alone and over IPv6 as well. */
  dnsSuffix: string;
  dualStackDnsSuffix: string;
  /** Host of its console; undefined where none is public. */
  console?: { host: string; hasRegionalHosts: boolean };
}

/**
 * The partitions as the SDK knows them (a test compares). Consoles:
 * https://docs.aws.amazon.com/general/latest/gr/mgmt-console.html, https://docs.amazonaws.cn/en_us/aws/latest/userguide/endpoints-arns.html,
 * https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/using-govcloud-endpoints.html, https://docs.aws.eu/general/latest/gr/endpoints.html
 */
export const partitions: readonly Partition[] = [
  {
    id: 'aws',
    regions: /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/,
    dnsSuffix: 'amazonaws.com',
    dualStackDnsSuffix: 'api.aws',
    console: { host: 'console.aws.amazon.com', hasRegionalHosts: true },
  },
  {
    id: 'aws-cn',
    regions: /^cn-\w+-\d+$/,
    dnsSuffix: 'amazonaws.com.cn',
    dualStackDnsSuffix: 'api.amazonwebservices.com.cn',
    console: { host: 'console.amazonaws.cn', hasRegionalHosts: false },
  },
  {
    id: 'aws-us-gov',
    regions: /^us-gov-\w+-\d+$/,
    dnsSuffix: 'amazonaws.com',
    dualStackDnsSuffix: 'api.aws',
    console: { host: 'console.amazonaws-us-gov.com', hasRegionalHosts: false },
  },
  {
    id: 'aws-eusc',
    regions: /^eusc-(de)-\w+-\d+$/,
    dnsSuffix: 'amazonaws.eu',
    dualStackDnsSuffix: 'api.amazonwebservices.eu',
    console: { host: 'console.amazonaws-eusc.eu', hasRegionalHosts: true },
  },
  {
    id: 'aws-iso',
    regions: /^us-iso-\w+-\d+$/,
    dnsSuffix: 'c2s.ic.gov',
    dualStackDnsSuffix: 'api.aws.ic.gov',
  },
  {
    id: 'aws-iso-b',
    regions: /^us-isob-\w+-\d+$/,
    dnsSuffix: 'sc2s.sgov.gov',
    dualStackDnsSuffix: 'api.aws.scloud',
  },
  {
    id: 'aws-iso-e',
    regions: /^eu-isoe-\w+-\d+$/,
    dnsSuffix: 'cloud.adc-e.uk',
    dualStackDnsSuffix: 'api.cloud-aws.adc-e.uk',
  },
  {
    id: 'aws-iso-f',
    regions: /^us-isof-\w+-\d+$/,
    dnsSuffix: 'csp.hci.ic.gov',
    dualStackDnsSuffix: 'api.aws.hci.ic.gov',
  },
];

/** The id of the partition that a Region is in, `aws` for a name of no known form, as in the SDK. */
export function partitionOf(region: string): string {
  return partitions.find(({ regions }) => regions.test(region))?.id ?? 'aws';
}

/** What the addresses of AWS's services end with in a Region. */
export function dnsSuffixOf(region: string): string {
  const id = partitionOf(region);
  return partitions.find((one) => one.id === id)?.dnsSuffix ?? 'amazonaws.com';
}
