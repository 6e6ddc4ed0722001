/** The SDK's reader of shared config files, apart from the clients so that listing profiles loads none of them. */
export { loadSharedConfigFiles } from '@smithy/shared-ini-file-loader';
