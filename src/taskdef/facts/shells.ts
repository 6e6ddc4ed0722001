/** What a program is called without its folder: `sh` of `/bin/sh`. */
function programName(word: string): string {
  return (word.split(/[\\/]/).at(-1) ?? '').toLowerCase();
}

const posixShells = new Set(['sh', 'bash', 'ash', 'dash', 'zsh', 'ksh']);
const windowsShells = new Set(['cmd', 'cmd.exe', 'powershell', 'powershell.exe', 'pwsh', 'pwsh.exe']);

/** A shell among the words of a command. */
interface ShellCall {
  at: number;
  /** Whether it runs one word and leaves the others to it as parameters; those of Windows read all that follows. */
  posix: boolean;
  /** The word that is read as a script; none for a shell that is given a file. */
  script: number | undefined;
}

/** The first shell among the words, with the word that it runs. */
export function shellAmong(words: readonly string[]): ShellCall | undefined {
  for (const [at, word] of words.entries()) {
    const name = programName(word);
    if (windowsShells.has(name)) return { at, posix: false, script: undefined };
    if (posixShells.has(name)) return { at, posix: true, script: scriptBehind(words, at + 1) };
  }
  return undefined;
}

/** The word behind `-c`, `-lc` or `-o pipefail -c`. */
function scriptBehind(words: readonly string[], from: number): number | undefined {
  for (let i = from; i < words.length && /^[-+]\S*$/.test(words[i]!); i++) {
    if (/^-[a-z]*c$/i.test(words[i]!)) return i + 1;
    if (/^[-+][a-z]*o$/i.test(words[i]!)) i++;
  }
  return undefined;
}

const operators = new Set(['&&', '||', ';', '|', '|&', '&', '>', '>>', '<', '2>', '2>>', '2>&1', '>&2', '1>&2', '&>']);

/** A word that only a shell understands. */
export function isShellOperator(word: string): boolean {
  return operators.has(word) || /^(?:\d?>{1,2}|&>)\/\S+$/.test(word);
}

/** Programs for which `;`, `|`, `<` and `>` are words of their own. */
const readsOperators = new Set(['find', 'expr', 'test', '[', 'awk', 'jq', 'bc', 'fluent-bit']);

export function readsOperatorsItself(program: string): boolean {
  return readsOperators.has(programName(program));
}

/** Words that are commands of a shell, and no program. */
const builtins = new Set(['cd', 'export', 'source', 'exec', 'set', 'unset', 'alias', 'ulimit', 'eval', '.']);

export function isShellBuiltin(word: string): boolean {
  return builtins.has(word);
}

const programs = new Set(
  `npm npx yarn pnpm node nodejs bun deno ts-node nodemon pm2 python python2 python3 pip pip3 poetry pipenv uv gunicorn uvicorn
  hypercorn celery flask django-admin manage.py alembic streamlit airflow ruby bundle rails rake puma sidekiq unicorn rackup php
  php-fpm artisan composer java mvn gradle ./gradlew go dotnet cargo sh bash ash dash zsh env exec cd export source apt apt-get apk
  yum dnf curl wget echo printf sleep tail cat touch chmod chown mkdir cp mv rm ln sed awk grep envsubst aws nginx apachectl httpd
  apache2ctl supervisord crond cron redis-server redis-cli mysqld mysql postgres psql mongod mongo make tini dumb-init gosu su-exec
  su sudo timeout nohup while until for if test set prisma next nuxt serve http-server caddy traefik prometheus grafana-server
  consul vault migrate flyway liquibase sequelize knex typeorm medusa strapi directus powershell pwsh cmd`.split(/\s+/),
);

/** Whether a text of several words is surely a command line, and no sentence, name or value. */
export function isCommandLine(text: string): boolean {
  const words = text.trim().split(/\s+/);
  const [first = ''] = words;
  if (words.length < 2 || /^[A-Za-z]:[\\/]/.test(first)) return false;
  if (words.every((word) => /^--?[A-Za-z]/.test(word))) return true;
  if (first.startsWith('-')) return false;
  if ((/^[a-z][\w.-]*$/.test(first) && needsShell(text)) || /^[A-Z_][A-Z0-9_]*=\S*$/.test(first)) return true;
  if (programs.has(first) || programs.has(programName(first)) || /^\.{0,2}\/[\w.-]/.test(first)) return true;
  return /^[a-z][\w.-]*$/.test(first) && words.slice(1).some((word) => /^--?[A-Za-z]/.test(word));
}

/** The words of a text in which commas part them, as in the form of the console: `sh,-c,npm start`. */
export function wordsBetweenCommas(text: string): string[] | undefined {
  const words = text.split(',').map((word) => word.trim());
  const [first = '', ...rest] = words;
  return rest.length > 0 && words.every((word) => word !== '') && programs.has(programName(first)) ? words : undefined;
}

/** Whether a line has something in it that only a shell does: `&&`, a pipe, `$PORT`, `*.js`. */
export function needsShell(line: string): boolean {
  const bare = line.replaceAll(/'[^']*'/g, "''");
  const unquoted = bare.replaceAll(/"(?:[^"\\]|\\.)*"/g, (text) => (/[$`]/.test(text) ? '"$x"' : '""'));
  return /&&|\|\||[;|]|(?:^|\s)\d?>{1,2}|\s<\s|\s&(?:\s|$)|\$[\w({]|`|\s[^\s=]*\*/.test(unquoted);
}
