/** JSON with bigints as integers. Throws for one beyond 2^53: money that JSON readers would silently change. */
export function serialise(value: unknown): string {
  return JSON.stringify(value, replaceBigint) ?? 'null';
}

function replaceBigint(key: string, value: unknown): unknown {
  if (typeof value !== 'bigint') return value;
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${key} is beyond what JSON can carry: ${value}`);
  return number;
}
