/** The two editions of VS Code that everything is tried on: the newest, and the oldest that the manifest admits. */
export const hostVersions = ['newest', 'oldest'] as const;
export type HostVersion = (typeof hostVersions)[number];

/** What has to be fetched to run one edition of VS Code, as a desktop application or from the npm registry alone. */
export interface HostEdition {
  /** The release that a desktop download asks for. */
  readonly desktop: string;
  /** The `code-server` release on npm that carries this edition of the workbench and the extension host. */
  readonly codeServer: string;
  /** The Node release its extension host runs on. */
  readonly node: string;
  /** The ripgrep release it lacks, whose binary an install script would fetch; undefined where it comes along. */
  readonly ripgrep: string | undefined;
  /** The colour themes that this edition starts with. */
  readonly themes: { readonly dark: string; readonly light: string };
}

export const hostEditions: Readonly<Record<HostVersion, HostEdition>> = {
  newest: {
    desktop: '1.139.1',
    codeServer: '4.139.1',
    node: '24.21.0',
    ripgrep: undefined,
    themes: { dark: 'Dark 2026', light: 'Light 2026' },
  },
  oldest: {
    desktop: '1.104.0',
    codeServer: '4.104.0',
    node: '22.23.3',
    ripgrep: '1.18.0',
    themes: { dark: 'Default Dark Modern', light: 'Default Light Modern' },
  },
};

/** Reads a version as a person types it: `newest`, `oldest`, or a release such as `1.104`. */
export function parseHostVersion(text: string): HostVersion {
  for (const version of hostVersions) {
    if (version === text || `${hostEditions[version].desktop}.`.startsWith(`${text}.`)) return version;
  }
  throw new Error(`Unknown VS Code version '${text}'. Known are newest and oldest.`);
}
