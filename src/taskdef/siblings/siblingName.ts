import { recogniseName } from '../recognise.ts';

/** What a file may say about the task definition beside it. */
export type SiblingKind = 'service' | 'appspec' | 'workflow' | 'ecspresso';

/** Judges a file by its name; undefined for one that says nothing. Workflows are known by their folder instead. */
export function siblingKind(name: string): SiblingKind | undefined {
  if (/^appspec[\w.-]*\.(?:ya?ml|json)$/i.test(name)) return 'appspec';
  if (/^ecspresso[\w.-]*\.(?:ya?ml|json)$/i.test(name)) return 'ecspresso';
  return recogniseName(name) === 'service' ? 'service' : undefined;
}
