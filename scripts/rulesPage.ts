import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Severity } from '../src/taskdef/rule/finding.ts';
import { serviceRules, taskRules } from '../src/taskdef/ruleTable.ts';

/** What a page says of a rule. */
interface RuleRow {
  id: string;
  severity: Severity;
  title: string;
  link: string;
  says?: string | undefined;
}

const file = join(import.meta.dirname, '../docs/rules.md');

const intro = `# Rules

<!-- Written by \`node scripts/rulesPage.ts\` from src/taskdef/ruleTable.ts; change it there. -->

What is checked in task-definition files, in the editor, by the linter and before a revision is registered. An **error** is
what ECS refuses or what cannot start; a **warning** is likely a mistake; **info** and **hint** are advice. Where it is not
known whether a rule holds, because a placeholder stands there or the launch type is not said, it is silent or speaks more
softly.

The severity of a rule is changed with the setting \`ecs.taskDefinition.rules\`, such as \`{ "TD029": "off" }\`; in some files
only with \`ecs.taskDefinition.ignore\`; with \`ecs.taskDefinition.tool\` the rules follow the tool that deploys.`;

/** The page of all rules, from the tables that the checker runs. */
export function rulesPage(): string {
  const onlyOfTasks = new Map<string, RuleRow>(taskRules.map((rule) => [rule.id, rule]));
  const services = serviceRules.map(({ id }) => id).sort();
  const rows = [...onlyOfTasks.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map(row);
  return [
    intro,
    '',
    `${rows.length} rules. On service definitions these hold: ${services.join(', ')}.`,
    '',
    '| Rule | Severity | What holds | In the words of ECS |',
    '|---|---|---|---|',
    ...rows,
    '',
    notChecked,
    '',
  ].join('\n');
}

function row({ id, severity, title, link, says }: RuleRow): string {
  return `| <a id="${id}"></a>[${id}](${link}) | ${severity} | ${cell(title)} | ${says ? `\`${cell(says)}\`` : ''} |`;
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeFile(file, rulesPage());
