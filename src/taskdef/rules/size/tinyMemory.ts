import { links } from '../../facts/links.ts';
import { limitRule } from '../../rule/limitRule.ts';

export const tinyMemory = limitRule({
  id: 'TD036',
  title: 'A container has at least 6 MiB of memory.',
  link: links.containerDefinition,
  members: ['ContainerDefinition.memory', 'ContainerDefinition.memoryReservation', 'ContainerDefinition.cpu'],
});
