/** Milliseconds. A dropped connection must not hold a view for minutes. */
export const timeouts = { connectionTimeout: 5000, requestTimeout: 30_000, throwOnRequestTimeout: true };

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
  expiration?: Date;
}

/** What a client of the SDK is made from. */
export interface ClientConfig {
  region: string;
  profile?: string | undefined;
  /** Undefined where no request is signed. */
  credentials?: Credentials | (() => Promise<Credentials>) | undefined;
  /** How often the SDK sends a request at most. */
  maxAttempts?: number;
  requestHandler: typeof timeouts;
  /** Where requests go, as `endpointConfig` gives it. */
  endpoint?: string;
  disableHostPrefix?: boolean;
  ignoreConfiguredEndpointUrls?: boolean;
}
