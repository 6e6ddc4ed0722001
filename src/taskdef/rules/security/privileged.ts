import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { refusedMembers } from '../../rule/refusedMembers.ts';
import { onFargate } from '../../rule/launchTypes.ts';

export const privileged = refusedMembers({
  id: 'TD0A0',
  title: 'Fargate runs no privileged containers.',
  link: links.fargate,
  says: "Fargate requires that the 'privileged' setting be 'false'.",
  applies: onFargate,
  container: ['privileged'],
  why: () => l10n.t("Fargate requires that the 'privileged' setting be 'false'"),
});
