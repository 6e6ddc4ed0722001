/** How surely a statement holds: `likely` is what a sibling file says, `unknown` what a template will decide. */
export type Certainty = 'yes' | 'likely' | 'no' | 'unknown';
