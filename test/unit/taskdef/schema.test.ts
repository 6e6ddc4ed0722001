import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type MemberSchema,
  serviceShape,
  serviceUpdateShape,
  type Shape,
  taskShape,
} from '../../../src/taskdef/document/schema.ts';
import { serviceOutputMembers } from '../../../src/taskdef/members/outputOnly.ts';
import { type SdkShapes, sdkShapes } from './sdkShapes.ts';

/** Members that the service demands although the SDK's model does not. */
const requiredByService = new Set(['ContainerDefinition.name', 'ContainerDefinition.image']);

function shapesOf(root: Shape): Map<string, Shape> {
  const shapes = new Map<string, Shape>();
  const visit = (shape: Shape): void => {
    if (shapes.has(shape.name)) return;
    shapes.set(shape.name, shape);
    for (const member of shape.members.values()) {
      const inner = member.shape ?? member.items?.shape;
      if (inner) visit(inner);
    }
  };
  visit(root);
  return shapes;
}

function typeOf(member: MemberSchema): string {
  if (member.type === 'array') return `array:${typeOf(member.items!)}`;
  if (member.type === 'object') return member.shape!.name;
  return member.type === 'integer' ? 'number' : member.type;
}

function differences(ours: Map<string, Shape>, theirs: SdkShapes): string[] {
  const found: string[] = [];
  for (const name of ours.keys()) if (!theirs.has(name)) found.push(`${name}: the SDK has no such shape`);
  for (const [name, members] of theirs) {
    const shape = ours.get(name);
    if (!shape) {
      found.push(`${name}: shape is missing in the schema`);
      continue;
    }
    for (const member of shape.members.keys())
      if (!members.has(member)) found.push(`${name}.${member}: the SDK has no such member`);
    for (const [member, sdk] of members) {
      const own = shape.members.get(member);
      if (!own) {
        found.push(`${name}.${member}: missing in the schema`);
        continue;
      }
      if (typeOf(own) !== sdk.type) found.push(`${name}.${member}: type ${typeOf(own)}, in the SDK ${sdk.type}`);
      const required = sdk.required || requiredByService.has(`${name}.${member}`);
      if (own.required !== required) found.push(`${name}.${member}: required ${own.required}, in the SDK ${required}`);
      const values = (own.enumValues ?? own.items?.enumValues)?.toSorted().join();
      if (values !== sdk.enumValues?.toSorted().join())
        found.push(`${name}.${member}: enum ${values}, in the SDK ${sdk.enumValues?.join()}`);
      if (own.description.length < 10) found.push(`${name}.${member}: no description`);
    }
  }
  return found;
}

test('the task-definition schema has exactly the members, types and enums of RegisterTaskDefinition', () => {
  assert.deepEqual(differences(shapesOf(taskShape), sdkShapes('RegisterTaskDefinitionRequest')), []);
});

test('the service schema has exactly the members, types and enums of CreateService', () => {
  assert.deepEqual(differences(shapesOf(serviceShape), sdkShapes('CreateServiceRequest')), []);
});

test('the service schema has exactly the members, types and enums of UpdateService', () => {
  assert.deepEqual(differences(shapesOf(serviceUpdateShape), sdkShapes('UpdateServiceRequest')), []);
});

test('the comparison sees a missing member, a wrong type, a wrong enum and a wrong requirement', () => {
  const sdk = sdkShapes('RegisterTaskDefinitionRequest');
  const broken: SdkShapes = new Map([...sdk].map(([name, members]) => [name, new Map(members)]));
  broken.get('HealthCheck')!.set('brandNew', { type: 'string', required: false });
  broken.get('HealthCheck')!.set('interval', { type: 'string', required: false });
  broken.get('PortMapping')!.set('protocol', { type: 'string', required: false, enumValues: ['tcp', 'udp', 'sctp'] });
  broken.get('Tmpfs')!.set('size', { type: 'number', required: false });
  assert.deepEqual(differences(shapesOf(taskShape), broken), [
    'PortMapping.protocol: enum tcp,udp, in the SDK tcp,udp,sctp',
    'Tmpfs.size: required true, in the SDK false',
    'HealthCheck.interval: type number, in the SDK string',
    'HealthCheck.brandNew: missing in the schema',
  ]);
});

test('what is left out of a described service is what its input has not', () => {
  const described = sdkShapes('Service').get('Service')!;
  const input = sdkShapes('CreateServiceRequest').get('CreateServiceRequest')!;
  const outputOnly = [...described.keys()].filter((name) => !input.has(name));
  assert.deepEqual(outputOnly.toSorted(), [...serviceOutputMembers].toSorted());
});
