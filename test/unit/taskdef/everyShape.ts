import assert from 'node:assert/strict';
import type { MemberSchema, Shape } from '../../../src/taskdef/document/schema.ts';

/** Visits a shape and every one below it, each with the text that leads into it and out of it. */
export function eachObject(
  shape: Shape,
  visit: (shape: Shape, before: string, after: string) => void,
  before = '',
  after = '',
): void {
  visit(shape, before, after);
  for (const member of shape.members.values()) {
    const inner = innerShape(member);
    if (!inner) continue;
    const list = member.type === 'array';
    eachObject(inner, visit, `${before}{"${member.name}": ${list ? '[' : ''}`, `${list ? ']' : ''}}${after}`);
  }
}

function innerShape(member: MemberSchema): Shape | undefined {
  return member.shape ?? member.items?.shape;
}

/** Every value of an enum and both booleans are offered where they are allowed; `labels` are what is offered at the mark. */
export function assertEveryValueIsOffered(shape: Shape, labels: (marked: string) => string[]): void {
  eachObject(shape, (inner, before, after) => {
    for (const member of inner.members.values()) {
      const values = member.enumValues ?? (member.type === 'boolean' ? ['true', 'false'] : []);
      const offered = labels(`${before}{"${member.name}": |}${after}`);
      assert.deepEqual(
        values.filter((value) => !offered.includes(value)),
        [],
        member.id,
      );
      const items = member.items?.enumValues;
      if (items)
        assert.deepEqual(labels(`${before}{"${member.name}": [|]}${after}`).toSorted(), items.toSorted(), member.id);
    }
  });
}
