import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import {
  fillPlaceholders,
  leftPlaceholders,
  openPlaceholders,
} from '../../../src/taskdef/document/placeholderValues.ts';
import { toRegisterInput } from '../../../src/taskdef/register/registerInput.ts';

const file = (container: object, more: object = {}): string =>
  JSON.stringify({
    family: 'web',
    ...more,
    containerDefinitions: [{ name: 'web', image: 'nginx:1', memory: 128, ...container }],
  });

const parse = (text: string) => parseDocument(text, { path: '/taskdef.json' });
const names = (text: string): string[] => openPlaceholders(parse(text)).map(({ name }) => name);
const environment = (value: string) => ({ environment: [{ name: 'URL', value }] });

test('a call of a template is filled in wherever it stands', () => {
  assert.deepEqual(names(file(environment('http://{{ must_env `HOST` }}/'))), ['HOST']);
  assert.deepEqual(names(file({ command: ['sh', '-c', 'exec {{ env `MODE` `web` }}'] })), ['MODE']);
  assert.deepEqual(names(file({ healthCheck: { command: ['CMD-SHELL', 'curl {{must_env "PORT"}}'] } })), []);
  const quoted = file({}).replace('nginx:1', 'nginx:{{ env "TAG" "1" }}');
  assert.deepEqual(names(quoted), ['TAG']);
});

test('a template call without a value is refused even in a command', () => {
  const read = toRegisterInput(parse(file({ command: ['sh', '-c', 'exec {{ must_env `MODE` }}'] })));
  assert.ok('reasons' in read && read.reasons[0]?.includes('MODE'), JSON.stringify(read));
});

test('what a shell or the application fills in stays, and is told', () => {
  for (const container of [environment('http://${HOST}/'), { command: ['sh', '-c', 'echo ${HOST}'] }]) {
    const document = parse(file(container));
    assert.deepEqual(openPlaceholders(document), []);
    assert.deepEqual(
      leftPlaceholders(document).map(({ text }) => text),
      ['${HOST}'],
    );
  }
  assert.deepEqual(leftPlaceholders(parse(file({ command: ['sh', '-c', 'echo $HOST'] }))), []);
});

test('other forms are asked for as well', () => {
  const forms: [string, string][] = [
    ['{{ tfstate `aws_ecr.web.url` }}', 'tfstate `aws_ecr.web.url`'],
    ['{{ .Image }}', 'Image'],
    ['{{image}}', 'image'],
    ['${{ env.IMAGE }}', 'IMAGE'],
    ['#{Image}#', 'Image'],
    ['${IMAGE:?not set}', 'IMAGE'],
    ['$IMAGE', 'IMAGE'],
    ['@@Image@@', 'Image'],
  ];
  for (const [text, name] of forms) {
    const source = file({ image: text });
    const open = openPlaceholders(parse(source));
    assert.deepEqual([open.length, open[0]?.text, open[0]?.name], [1, text, name], text);
    const filled = fillPlaceholders(source, open, new Map([[name, 'nginx:2']]));
    assert.deepEqual(JSON.parse(filled.text), JSON.parse(file({ image: 'nginx:2' })));
  }
});

test('what has no name may hold something that has one', () => {
  const secret = '{{resolve:secretsmanager:${SECRET_ARN}:SecretString:key}}';
  assert.deepEqual(names(file({ image: secret })), ['SECRET_ARN']);
  const left = leftPlaceholders(parse(file(environment(`x-${secret}`))));
  assert.deepEqual(
    left.map(({ name }) => name),
    ['SECRET_ARN'],
  );
});

test('the template language of a log driver is left alone', () => {
  const logConfiguration = { logDriver: 'json-file', options: { tag: '{{.Name}}/{{.ID}}' } };
  const document = parse(file({ logConfiguration }));
  assert.deepEqual([openPlaceholders(document), leftPlaceholders(document)], [[], []]);
  assert.ok('input' in toRegisterInput(document));
});

test('a place in the filled text is known in the file', () => {
  const source = '{"family": "${A}-x-<B_C>", "cpu": ${D}, "memory": "1"}';
  const values = new Map([
    ['A', 'longer than its name'],
    ['B_C', ''],
    ['D', '256'],
  ]);
  const { text, inFile } = fillPlaceholders(source, openPlaceholders(parse(source)), values);
  assert.equal(text, '{"family": "longer than its name-x-", "cpu": 256, "memory": "1"}');
  const shown = (part: string): string => {
    const { offset, length } = inFile({ offset: text.indexOf(part), length: part.length });
    return source.slice(offset, offset + length);
  };
  assert.equal(shown('"family"'), '"family"');
  assert.equal(shown('"longer than its name-x-"'), '"${A}-x-<B_C>"');
  assert.equal(shown('than its'), '${A}');
  assert.equal(shown('256'), '${D}');
  assert.equal(shown('"memory": "1"}'), '"memory": "1"}');
  assert.equal(shown(text), source);
});
