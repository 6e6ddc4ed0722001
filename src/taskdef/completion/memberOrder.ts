import type { MemberSchema, Shape } from '../document/schema.ts';

/** What nearly every object of a kind has, in the order in which people write it. */
const usual: Readonly<Record<string, readonly string[]>> = {
  RegisterTaskDefinitionRequest:
    'family requiresCompatibilities networkMode cpu memory executionRoleArn taskRoleArn runtimePlatform containerDefinitions'.split(
      ' ',
    ),
  ContainerDefinition:
    'name image essential portMappings environment secrets logConfiguration healthCheck dependsOn mountPoints'.split(
      ' ',
    ),
  CreateServiceRequest:
    'serviceName cluster taskDefinition desiredCount launchType networkConfiguration loadBalancers deploymentConfiguration'.split(
      ' ',
    ),
};

/** Members in the order in which they are offered: the usual ones, those required beside them, then the rest as the schema has it. */
export function inOrderOfWriting<T extends { member: MemberSchema }>(shape: Shape | undefined, all: readonly T[]): T[] {
  const names = usual[shape?.name ?? ''] ?? [];
  const place = ({ member }: T): number => {
    const index = names.indexOf(member.name);
    return index >= 0 ? index : member.required ? names.length : names.length + 1;
  };
  return all.toSorted((a, b) => place(a) - place(b));
}

/** Whether nearly every object of its kind has the member: what it needs beside it is written next. */
export function isUsual(shape: Shape | undefined, { name }: MemberSchema): boolean {
  return usual[shape?.name ?? '']?.includes(name) ?? false;
}
