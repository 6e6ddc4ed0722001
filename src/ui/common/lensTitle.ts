/** Title of a CodeLens with an icon. VS Code lays its parts out beside each other, where only this space keeps its room. */
export function lensTitle(icon: string, text: string): string {
  return `$(${icon})\u00A0${text}`;
}
