/** A value of the API as the console writes it: `BAKE_TIME` as “bake time”, `BLUE_GREEN` as “blue/green”. */
export function plainWords(value: string): string {
  return value === 'BLUE_GREEN' ? 'blue/green' : value.toLowerCase().replaceAll('_', ' ');
}
