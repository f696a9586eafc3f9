/** The way to one value of a document: `['rules', 0, 'reward', 'rate']`. */
export type Path = readonly (string | number)[];

/** The same as faults write it: `rules[0].reward.rate`. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}

/** A JSON pointer of core as faults are written. */
export function pointerText(pointer: string): string {
  const steps = pointer.split('/').slice(1);
  return pathText(steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~'))));
}

/** What stands there; undefined where nothing does. */
export function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[step] : undefined,
    document,
  );
}

/** The document with another value there; `undefined` takes the field away. Nothing given is changed. */
export function withValue<Value>(document: Value, path: Path, value: unknown): Value {
  const [step, ...rest] = path;
  if (step === undefined) return value as Value;
  if (Array.isArray(document)) {
    return document.map((item: unknown, index) => (index === step ? withValue(item, rest, value) : item)) as Value;
  }
  const fields = (document ?? {}) as Record<string, unknown>;
  const inner = rest.length === 0 ? value : withValue(fields[step], rest, value);
  const kept = Object.entries(fields).filter(([name]) => name !== String(step));
  if (inner === undefined) return Object.fromEntries(kept) as Value;
  // A field that was there keeps its place.
  if (step in fields) return Object.fromEntries(Object.entries({ ...fields, [step]: inner })) as Value;
  return { ...fields, [step]: inner } as Value;
}
