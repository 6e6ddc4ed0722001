import { recogniseName } from '../document/recognise.ts';

/** What a file may say about the task definition beside it. */
export type SiblingKind = 'service' | 'appspec' | 'workflow' | 'ecspresso';

/** Judges a file by its name; undefined for one that says nothing. Workflows are known by their folder instead. */
export function siblingKind(name: string): SiblingKind | undefined {
  if (/^appspec[\w.-]*\.(?:ya?ml|json)$/i.test(name)) return 'appspec';
  if (/^ecspresso[\w.-]*\.(?:ya?ml|json)$/i.test(name)) return 'ecspresso';
  return recogniseName(name) === 'service' ? 'service' : undefined;
}

const commonWords =
  /^(?:ecs|aws|fargate|ec2|task|tasks|taskdef|taskdefs|definition|definitions|def|defs|td|service|services|servicedef|svc|appspec|json|jsonc|ya?ml|tpl|tmpl|template|j2)?$/;

/** Whether two names may be about one service: `web-taskdef.json` and `service-def.json` are, `worker-service-def.json` is another. */
export function mayBelongTogether(name: string, other: string): boolean {
  const [few, many] = [wordsIn(name), wordsIn(other)].sort((a, b) => a.length - b.length);
  return few!.every((word) => many!.includes(word));
}

/** What is left of a name without the words that say what kind of file it is. */
function wordsIn(name: string): string[] {
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[-_.\s]+/);
  return words.filter((word) => !commonWords.test(word));
}
