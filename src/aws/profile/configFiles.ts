import { type ConfigProblem, fetchConfigProblems } from './configProblem.ts';

/** One section of the shared config files: keys to values, nested sections flattened as `services.ecs`. */
export type ConfigSection = Readonly<Record<string, string | undefined>>;

/** What `~/.aws/config` and `~/.aws/credentials` say, merged as the AWS CLI merges them. */
export interface SharedConfig {
  /** Profile name to its settings; those of the credentials file win. */
  profiles: ReadonlyMap<string, ConfigSection>;
  /** `services` sections by name, keys as `ecs.endpoint_url`. */
  services: ReadonlyMap<string, ConfigSection>;
  /** `sso-session` sections by name. */
  sessions: ReadonlyMap<string, ConfigSection>;
  /** Why what the files say is not all that is meant, where it is not: nothing is sent on half of it. */
  problem?: ConfigProblem | undefined;
  /** Profiles whose section holds an endpoint that no tool finds, with what is wrong with it. */
  misnamed?: ReadonlyMap<string, ConfigProblem> | undefined;
}

const sectionTypes = /^(services|sso-session)\.(.*)$/s;

/** Reads the shared config files anew (AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE are honoured). A missing file is an empty one. */
export async function fetchSharedConfig(): Promise<SharedConfig> {
  const { loadSharedConfigFiles } = await import('../sdk/sdkConfig.ts');
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
  const profiles = new Map<string, ConfigSection>();
  const services = new Map<string, ConfigSection>();
  const sessions = new Map<string, ConfigSection>();
  for (const [name, section] of Object.entries(configFile)) {
    const [, type, rest = ''] = sectionTypes.exec(name) ?? [];
    if (type === undefined) profiles.set(name, section);
    else (type === 'services' ? services : sessions).set(rest, section);
  }
  for (const [name, section] of Object.entries(credentialsFile)) {
    profiles.set(name, { ...profiles.get(name), ...section });
  }
  return { profiles, services, sessions, ...(await fetchConfigProblems()) };
}

/** What keeps a profile from being used as the files stand. */
export function configProblemOf(config: SharedConfig, profile: string): ConfigProblem | undefined {
  return config.problem ?? config.misnamed?.get(profile);
}

/** The profile and those it takes its credentials from, in order; stops at a cycle or a missing profile. */
export function sourceChain(config: SharedConfig, profile: string): ConfigSection[] {
  const chain: ConfigSection[] = [];
  const seen = new Set<string>();
  for (let name: string | undefined = profile; name !== undefined && !seen.has(name);) {
    seen.add(name);
    const section = config.profiles.get(name);
    if (!section) break;
    chain.push(section);
    name = section['source_profile'];
  }
  return chain;
}
