import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../../src/taskdef/check.ts';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import type { FileKind } from '../../../src/taskdef/document/recognise.ts';
import { nodeAt } from '../../../src/taskdef/document/nodeAt.ts';
import {
  type MemberSchema,
  serviceShape,
  serviceUpdateShape,
  type Shape,
  taskShape,
} from '../../../src/taskdef/document/schema.ts';

type Path = (string | number)[];

/** Values just outside each bound of a member. */
function outside({ limits, type, items }: MemberSchema): unknown[] {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, pattern } = limits;
  const item = items?.type === 'string' ? 'x' : items?.type === 'integer' ? 1 : {};
  const values: unknown[] = [];
  if (minimum !== undefined) values.push(minimum - 1);
  if (maximum !== undefined) values.push(maximum + 1);
  if (minLength !== undefined) values.push('');
  if (maxLength !== undefined) values.push('a'.repeat(maxLength + 1));
  if (pattern !== undefined) values.push('§ §');
  if (minItems !== undefined && type === 'array') values.push(Array.from({ length: minItems - 1 }, () => item));
  if (maxItems !== undefined && type === 'array') values.push(Array.from({ length: maxItems + 1 }, () => item));
  return values;
}

function eachMember(shape: Shape, path: Path, visit: (member: MemberSchema, path: Path) => void): void {
  for (const member of shape.members.values()) {
    visit(member, [...path, member.name]);
    const inner = member.shape ?? member.items?.shape;
    if (inner) eachMember(inner, [...path, member.name, ...(member.type === 'array' ? [0] : [])], visit);
  }
}

function wrap(path: Path, value: unknown): unknown {
  return path.reduceRight((inner, segment) => (segment === 0 ? [inner] : { [segment]: inner }), value);
}

interface Bounded {
  shape: Shape;
  kind: FileKind;
  /** Fewer are a sign that they were not looked for. */
  least: number;
}

const bounded: Readonly<Record<string, Bounded>> = {
  'a task definition': { shape: taskShape, kind: 'taskDefinition', least: 60 },
  'the input of CreateService': { shape: serviceShape, kind: 'service', least: 60 },
  'the input of UpdateService': { shape: serviceUpdateShape, kind: 'serviceUpdate', least: 60 },
};

for (const [name, { shape, kind, least }] of Object.entries(bounded)) {
  test(`every bound in the schema of ${name} is answered for by a rule, on the value that breaks it`, () => {
    let tried = 0;
    const silent: string[] = [];
    eachMember(shape, [], (member, path) => {
      for (const value of outside(member)) {
        tried++;
        const text = JSON.stringify(wrap(path, value));
        const document = parseDocument(text, { kind });
        const node = nodeAt(document, path)!;
        const key = node.parent?.type === 'property' ? node.parent.offset : node.offset;
        const found = check(document).some(
          ({ range, severity }) =>
            severity === 'error' && range.offset >= key && range.offset < node.offset + node.length,
        );
        if (!found) silent.push(`${member.id} ${text.slice(0, 120)}`);
      }
    });
    assert.ok(tried > least, `only ${tried} bounds`);
    assert.deepEqual(silent, []);
  });
}
