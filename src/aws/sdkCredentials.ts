/** The SDK's credential chain; loaded lazily, when something first needs AWS. */
export { fromEnv, fromNodeProviderChain } from '@aws-sdk/credential-providers';
