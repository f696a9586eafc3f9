/** The rows of a CSV file as our own server writes it: quoted cells double their quotes and hold no line breaks. */
export function csvRows(text: string): string[][] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  // Where the comma is the decimal mark it does not stand between cells.
  const separator = lines[0]?.includes(';') === true ? ';' : ',';
  return lines.filter((line) => line !== '').map((line) => cellsOf(line, separator));
}

function cellsOf(line: string, separator: string): string[] {
  const cells = line.matchAll(new RegExp(`(?:^|${separator})(?:"((?:[^"]|"")*)"|([^${separator}]*))`, 'g'));
  return [...cells].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}
