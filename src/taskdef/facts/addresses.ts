import type { Fields, Value } from '../document/fields.ts';
import type { Container, Task } from '../document/task.ts';
import type { SourceDocument } from '../document/document.ts';
import { replaceNode, type Edit } from '../document/edits.ts';
import type { Node } from '../formats/node.ts';

/** A host that a text of a container names. */
export interface Address {
  host: string;
  /** The port behind it, where one is there. */
  port: number | undefined;
  /** Whether it can be nothing but a host: behind `//`, or alone in a variable such as `REDIS_HOST`. */
  surely: boolean;
  node: Node;
  /** Where the host begins in the text's value. */
  index: number;
}

/** `//name`, `//user:password@name:port`, `name:port`. */
const hostInText =
  /(?:(\/\/)(?:[^\s/@"']{0,200}@)?|(?<![\w.$/@-])|(?<=@))(127\.0\.0\.1|[A-Za-z0-9][\w-]*)(?::(\d{2,5}))?(?![\w.-]|:\d)/g;
const hostVariable = /(?:^|[_.-])(?:HOST|HOSTS|HOSTNAME|ADDR|ADDRESS|SERVER|SERVERS|ENDPOINT|UPSTREAM)$/i;

/** What a container names as hosts, in its variables, its command and its health check. */
export function addressesOf({ fields }: Container): Address[] {
  const found: Address[] = [];
  for (const variable of fields.list('environment').fields()) {
    const value = variable.str('value');
    const whole = /^[A-Za-z0-9][\w-]*$/.test(value.raw ?? '') && hostVariable.test(variable.str('name').raw ?? '');
    if (whole && value.node)
      found.push({ host: value.raw!, port: undefined, surely: true, node: value.node, index: 0 });
    else found.push(...addressesIn(value));
  }
  for (const text of textsOf(fields)) found.push(...addressesIn(text));
  return found;
}

function textsOf(fields: Fields): Value<string>[] {
  const check = fields.fields('healthCheck').list('command');
  return [fields.list('entryPoint'), fields.list('command'), check].flatMap((list) => list.texts());
}

function addressesIn({ raw, node }: Value<string>): Address[] {
  if (!raw || !node || !(raw.includes(':') || raw.includes('//'))) return [];
  return [...raw.matchAll(hostInText)].flatMap((match) => {
    const [all, slashes, host = '', digits] = match;
    const port = digits === undefined ? undefined : Number(digits);
    if (slashes === undefined ? port === undefined : isNoHost(raw.slice(0, match.index))) return [];
    const index = match.index + all.length - host.length - (digits === undefined ? 0 : digits.length + 1);
    return [{ host, port, surely: slashes !== undefined, node, index }];
  });
}

/** `s3://bucket`, `file://folder`: what follows is no host. */
function isNoHost(before: string): boolean {
  return /(?:^|[^a-z])(?:s3[an]?|gs|file|unix|npipe|docker|efs|ssm|secretsmanager|classpath|jar|data|app):$/i.test(
    before,
  );
}

/** Ports that a container says it listens on. */
export function portsOf({ fields }: Container): Set<number> {
  const mappings = fields.list('portMappings').fields();
  return new Set(mappings.flatMap((mapping) => mapping.num('containerPort').value ?? []));
}

/** Writes another host in the place of an address's. */
export function withHost({ text }: SourceDocument, { node, index, host }: Address, other: string): Edit {
  const value = String(node.value);
  // Behind an escape the places in text and value are not the same.
  if (text.slice(node.offset + 1, node.offset + node.length - 1) === value)
    return { offset: node.offset + 1 + index, length: host.length, text: other };
  return replaceNode(text, node, value.slice(0, index) + other + value.slice(index + host.length));
}

/** Names by which a container reaches others in network mode bridge: its links, with their aliases, and its extra hosts. */
export function namesKnownTo({ fields }: Container): Set<string> {
  const links = fields
    .list('links')
    .texts()
    .flatMap(({ raw = '' }) => raw.split(':'));
  const hosts = fields
    .list('extraHosts')
    .fields()
    .map((host) => host.str('hostname').raw ?? '');
  return new Set([...links, ...hosts]);
}

/** Whether names may mean what the file does not show: a name server of its own, a proxy, links that a template adds. */
export function hasOwnNames(task: Task, { fields }: Container): boolean {
  const own = ['dnsServers', 'dnsSearchDomains'].some((name) => !fields.list(name).missing);
  return (
    own ||
    !fields.list('links').complete ||
    !fields.list('extraHosts').complete ||
    task.fields.has('proxyConfiguration')
  );
}
