/** Whether a variable's name says that its value is a credential: DB_PASSWORD, but not DB_PASSWORD_FILE or TOKEN_TTL. */
export function looksSecret(name: string): boolean {
  if (
    /(?:_ARN|_NAME|_ID|_URL|_URI|_FILE|_PATH|_TTL|_EXPIRY|_EXPIRATION|_LENGTH|_TYPE|_KEYNAME|_HEADER|_ENABLED|_ALGORITHM|_ISSUER|_ENDPOINT)$/i.test(
      name,
    )
  )
    return false;
  return /(?:PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY)/i.test(name);
}
