import { createHash } from 'node:crypto';
import { configProblemOf, type SharedConfig, sourceChain } from './configFiles.ts';

/** The same as long as the configuration files say the same of a profile; holds no secret, but a hash of them. */
export function profileFingerprint(config: SharedConfig, profile: string): string {
  const chain = sourceChain(config, profile);
  const sessions = chain.map((section) => config.sessions.get(section['sso_session'] ?? ''));
  const services = chain.map((section) => config.services.get(section['services'] ?? ''));
  return createHash('sha256')
    .update(JSON.stringify([chain, sessions, services, configProblemOf(config, profile)]))
    .digest('hex');
}
