/** Milliseconds. A dropped connection must not hold a view for minutes. */
export const timeouts = { connectionTimeout: 5000, requestTimeout: 30_000, throwOnRequestTimeout: true };
