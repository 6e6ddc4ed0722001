import type { FileKind } from './recognise.ts';
import {
  containersSchema,
  type MemberSchema,
  serviceShape,
  serviceUpdateShape,
  type Shape,
  taskShape,
} from './schema.ts';

/** What a kind of file is about: a task definition (or its containers), or a service. */
export interface Content {
  about: 'task' | 'service';
  /** Where in the file the object or list stands that is meant. */
  path: readonly (string | number)[];
  schema: Shape | MemberSchema;
}

const contents: Readonly<Record<FileKind, Content | undefined>> = {
  taskDefinition: { about: 'task', path: [], schema: taskShape },
  wrapper: { about: 'task', path: ['taskDefinition'], schema: taskShape },
  containers: { about: 'task', path: [], schema: containersSchema },
  service: { about: 'service', path: [], schema: serviceShape },
  serviceWrapper: { about: 'service', path: ['services', 0], schema: serviceShape },
  serviceAnswer: { about: 'service', path: ['service'], schema: serviceShape },
  serviceUpdate: { about: 'service', path: [], schema: serviceUpdateShape },
  other: undefined,
};

/** Undefined for a file that is not ours. */
export function contentOf(kind: FileKind): Content | undefined {
  return contents[kind];
}

export function isAboutTask(kind: FileKind): boolean {
  return contents[kind]?.about === 'task';
}

export function isAboutService(kind: FileKind): boolean {
  return contents[kind]?.about === 'service';
}
