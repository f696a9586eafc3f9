const PAIRS: readonly string[] = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'));

/** The low eight bits as two lower-case hexadecimal digits. A table, because ids are made a million times in a bulk run. */
export function hexPair(value: number): string {
  return PAIRS[value & 255] ?? '';
}
