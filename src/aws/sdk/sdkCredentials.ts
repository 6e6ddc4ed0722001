/** The SDK's credential chain; loaded lazily, when something first needs AWS. */
export { fromEnv, fromIni, fromNodeProviderChain } from '@aws-sdk/credential-providers';
