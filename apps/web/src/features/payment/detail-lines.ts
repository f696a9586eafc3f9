/** `name: value` on each line, as an object; what has no colon is a name without a value, so that it is told to be missing. */
export function detailLines(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.includes(':') ? line.indexOf(':') : line.length;
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    }),
  );
}
