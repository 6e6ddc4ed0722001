import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../../../src/taskdef/check.ts';
import { parseDocument } from '../../../../src/taskdef/document/document.ts';
import { pair } from '../../../../src/taskdef/rule/examples/exampleFiles.ts';
import { readServiceFile } from '../../../../src/taskdef/siblings/serviceFile.ts';

test('a name that Service Connect may give to another service is no container', () => {
  const broker = { name: 'broker', portMappings: [{ containerPort: 1883 }] };
  const task = pair({ environment: [{ name: 'BROKER_URL', value: 'tcp://broker:1883' }] }, broker);
  const warnings = (enabled: boolean): number => {
    const text = JSON.stringify({ serviceName: 'web', serviceConnectConfiguration: { enabled } });
    const { service } = readServiceFile({ path: 'ecs-service-def.json', text })!;
    const document = parseDocument(JSON.stringify(task), { kind: 'taskDefinition' });
    return check(document, { siblings: { services: [service] } }).filter(({ rule }) => rule === 'TD0DC').length;
  };
  assert.equal(warnings(false), 1);
  assert.equal(warnings(true), 0);
});
