export interface Change {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What differs between two states of something, field by field; what stayed the same is left out. */
export function changesOf(before: unknown, after: unknown): Change[] {
  const [former, latter] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...Object.keys(former), ...Object.keys(latter)])]
    .map((field) => ({ field, before: former[field], after: latter[field] }))
    .filter((change) => valueText(change.before) !== valueText(change.after));
}

/** A value as text; nothing for what is not there. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Who wrote: the name or id an entry knows them by. */
export function whoOf(actor: Readonly<Record<string, unknown>>): string {
  const known = [actor['name'], actor['email'], actor['userId'], actor['keyId'], actor['kind']];
  return known.find((each): each is string => typeof each === 'string') ?? '';
}

function fieldsOf(state: unknown): Readonly<Record<string, unknown>> {
  if (state === null || state === undefined) return {};
  if (typeof state !== 'object' || Array.isArray(state)) return { '': state };
  return state as Readonly<Record<string, unknown>>;
}
