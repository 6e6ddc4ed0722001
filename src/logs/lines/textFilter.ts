/** Decides which messages are shown. */
export type TextFilter = (message: string) => boolean;

/**
 * A filter by text, in any case, or by `/regular expression/flags`. Throws a SyntaxError whose message says what is
 * wrong with the expression.
 */
export function parseTextFilter(text: string): TextFilter {
  const expression = /^\/(.+)\/([a-z]*)$/.exec(text);
  if (!expression) {
    const wanted = text.toLowerCase();
    return (message) => message.toLowerCase().includes(wanted);
  }
  // A sticky or global expression would remember where it left off in another message.
  const pattern = new RegExp(expression[1] ?? '', (expression[2] ?? '').replaceAll(/[gy]/g, ''));
  return (message) => pattern.test(message);
}
