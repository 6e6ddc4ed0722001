import { recogniseName } from '../document/recognise.ts';

/**
 * What a file may say about the task definition beside it: `steps` of a script, Makefile, buildspec or another CI, or, `config`, of
 * ecspresso, whose configuration may have any name.
 */
export type SiblingKind = 'service' | 'appspec' | 'workflow' | 'steps' | 'config';

/** Judges a file by its path; undefined for one that says nothing. */
export function siblingKind(path: string): SiblingKind | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/^\.github\/(?:workflows\/[^/]+|actions\/.+\/action)\.ya?ml$/i.test(path)) return 'workflow';
  if (/^appspec[\w.-]*\.(?:ya?ml|json)$/i.test(name)) return 'appspec';
  if (/^(?:GNU)?Makefile$|\.mk$|^Jenkinsfile|^[Jj]ustfile$|\.(?:(?:ba|z)?sh|ps1|bat|cmd)$/i.test(name)) return 'steps';
  // GitLab, Bitbucket, Azure, CircleCI …
  if (/^buildspec[\w.-]*\.ya?ml$|^\.[\w-]+\.ya?ml$|pipelines?\.ya?ml$|^Taskfile\.ya?ml$/i.test(name)) return 'steps';
  if (/^\.(?:circleci|buildkite|woodpecker)\/[^/]+\.ya?ml$/i.test(path)) return 'steps';
  if (/\.ya?ml$|\.jsonnet$/i.test(name)) return 'config';
  if (/^(?:ecspresso|config)[\w.-]*\.json$/i.test(name)) return 'config';
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
