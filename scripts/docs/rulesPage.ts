import type { Rule } from '../../src/taskdef/rule/rule.ts';
import { severityByDeployer } from '../../src/taskdef/toolPresets.ts';
import { ruleExample } from './ruleExample.ts';
import { compare, isServiceRule, type RuleFile } from './ruleFiles.ts';

const intro = `# Rules

<!-- Written by \`npm run generate\` from the files in src/taskdef/rules; change it there. -->

What is checked in task definitions and service definitions: in the editor, by the linter, and before a revision is
registered or a service is changed. An **error** is what ECS refuses or what cannot start; a **warning** is likely a mistake;
**info** and **hint** are advice. Where it is not known whether a rule holds, because a placeholder stands there or the launch
type is not said, it is silent or speaks more softly.

The severity of a rule is changed with the setting \`ecs.taskDefinition.rules\`, such as \`{ "TD029": "off" }\`; in some files
only with \`ecs.taskDefinition.ignore\`; with \`ecs.taskDefinition.tool\` the rules follow the tool that deploys.`;

/** The page of all rules: a table of them, then each with an example that breaks it and one that does not. */
export function rulesPage(files: readonly RuleFile[]): string {
  const byId = files.toSorted((a, b) => compare(a.rule.id, b.rule.id));
  const shared = byId.filter(({ rule }) => rule.onServiceDefinitions).map(({ rule }) => rule.id);
  const tasks = files.filter((file) => !isServiceRule(file)).length;
  const families = [...new Set(files.map(({ family }) => family))].sort(compare);
  return [
    intro,
    '',
    `${files.length} rules: ${tasks} on task definitions (TD), ${files.length - tasks} on service definitions (SD), where these`,
    `hold too: ${shared.join(', ')}.`,
    '',
    '| Rule | Severity | What holds |',
    '|---|---|---|',
    ...byId.map(({ rule: { id, severity, title } }) => `| [${id}](#${id}) | ${severity} | ${cell(title)} |`),
    '',
    ...families.flatMap((family) => [
      `## ${heading(family)}`,
      '',
      ...byId.filter((file) => file.family === family).flatMap(section),
    ]),
    notChecked,
    '',
  ].join('\n');
}

/** `crossFile` is written "Cross file". */
function heading(family: string): string {
  return family.charAt(0).toUpperCase() + family.slice(1).replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function section(file: RuleFile): string[] {
  const { id, title, link, says } = file.rule;
  return [
    `### <a id="${id}"></a>${id}`,
    '',
    `${title} [Documentation](${link})`,
    '',
    `${severities(file.rule)}${says ? ` In the words of ECS: \`${says}\`` : ''}`,
    '',
    ...example(file),
  ];
}

/** The severity, with those that it has where a tool repairs the file. */
function severities(rule: Pick<Rule, 'severity' | 'flaw'>): string {
  const { severity } = rule;
  const severityWith = severityByDeployer(rule);
  const others = [...new Set(Object.values(severityWith))].map((one) => {
    const tools = Object.entries(severityWith).filter(([, its]) => its === one);
    return `; ${one} with ${tools.map(([tool]) => tool).join(', ')}`;
  });
  return `**${severity}**${others.join('')}.`;
}

function example(file: RuleFile): string[] {
  const found = ruleExample(file);
  if (!found) return [];
  const { message, breaks, holds } = found;
  return ['```jsonc', `// ${message ?? 'breaks it'}`, breaks, '', '// holds', holds, '```', ''];
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** What people look for here and do not find, with the reason. */
const notChecked = `## What is not checked

- **Whether things exist in the account**: roles, images, secrets, parameters, log groups and file systems are looked up by
  “Verify against account”, not while a file is typed.
- **Memory strictly above memoryReservation**: the documentation asks for it; ECS takes equal values.
- **A health-check command that does not begin with CMD or CMD-SHELL**, as an error: ECS takes it as CMD.
- **tmpfs on Fargate**: allowed since January 2026.
- **ulimits other than nofile on Fargate**, as an error: ECS takes them and keeps the system's defaults.
- **appProtocol without a name**, as an error: ECS takes it; Service Connect needs the name.
- **The same port as tcp and udp**, as an error: registration passes; Service Connect refuses it later.
- **An execution role on Fargate in general**: it is needed for private ECR images, awslogs, secrets, private registries and
  environment files only, and asked for there.`;
