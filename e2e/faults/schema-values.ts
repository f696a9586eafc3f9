import type { JsonSchema } from '@cordee/contract/openapi';
import * as fc from 'fast-check';

/** Ids of things that exist, by prefix. */
export type Known = Readonly<Record<string, string>>;

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

const nastyTexts = [
  '',
  ' ',
  'x'.repeat(5000),
  '\u0000',
  'a\u0000b',
  '\ud800',
  'é🏔️\u202e\u200b',
  "'; drop table fact; --",
  '%00',
  '../../etc/passwd',
  '9999-12-31T23:59:59Z',
  '0000-01-01T00:00:00Z',
  '2026-02-30T00:00:00Z',
  '+275760-09-13T00:00:00Z',
  'NaN',
  '1e400',
  '${7*7}',
  '\n',
  '\\',
];

/** What nobody should send and somebody will. */
export const nasty: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, -1, 0, 0.5, -0.01, 2 ** 31, 2 ** 53, -(2 ** 53), 1e21, Number.MAX_VALUE, 5e-324),
  fc.constantFrom(...nastyTexts),
  fc.constantFrom<unknown>(
    [],
    {},
    [[]],
    [null],
    { a: 1 },
    nested(40),
    nested(3000),
    Array.from({ length: 2000 }, () => 0),
  ),
  fc.constantFrom<unknown>(
    JSON.parse('{"__proto__": {"a": 1}}'),
    { constructor: { prototype: {} } },
    { toString: 1 },
    JSON.parse('{"then": 1}'),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Values as the schema describes them, now and then with something else in any place; the greater `calm`, the rarer. */
export function valuesOf(schema: JsonSchema, known: Known, calm: number): fc.Arbitrary<unknown> {
  return around(schema, { root: schema, known, calm, depth: 0 });
}

/** A right value with one thing wrong in it: any part of `example` replaced, left out, or joined by a stranger. */
export function oneWrong(example: unknown): fc.Arbitrary<unknown> {
  const places = placesIn(example);
  return fc
    .tuple(fc.constantFrom(...places), fc.oneof(nasty, nastyText))
    .map(([place, value]) => replaced(example, place, value));
}

const nastyText = fc.constantFrom(...nastyTexts);

type Place = readonly (string | number)[];

function placesIn(value: unknown, here: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [here];
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [
    here,
    ...entries.flatMap(([key, part]) => placesIn(part, [...here, key])),
    [...here, Array.isArray(value) ? value.length : 'unknown_field'],
  ];
}

function replaced(value: unknown, [key, ...rest]: Place, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return Object.assign([...(value as unknown[])], { [key]: replaced(value[Number(key)], rest, by) });
  return { ...(value as object), [key]: replaced((value as Record<string, unknown>)[key], rest, by) };
}

interface Setting {
  readonly root: JsonSchema;
  readonly known: Known;
  readonly calm: number;
  readonly depth: number;
}

function around(schema: JsonSchema, setting: Setting): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: setting.calm, arbitrary: right(schema, setting) }, { weight: 1, arbitrary: nasty });
}

function right(schema: JsonSchema, setting: Setting): fc.Arbitrary<unknown> {
  if (setting.depth > 8) return fc.constant(null);
  const deeper = { ...setting, depth: setting.depth + 1 };
  if (typeof schema['$ref'] === 'string') return right(resolve(schema['$ref'], setting.root), deeper);
  const example = schema['example'];
  const fixture = typeof example === 'string' ? setting.known[/^([a-z]{3})_[0-9a-z]{26}$/.exec(example)?.[1] ?? ''] : undefined;
  if (fixture !== undefined) return fc.constantFrom(fixture, fixture, fixture, example);
  // A known event with another body is refused before anything else is looked at.
  if (example === 'order-1042') return fc.oneof(fc.uuid(), fc.constantFrom('fixture', 'order-1042'));
  if (schema['const'] !== undefined) return fc.constant(schema['const']);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
  const options = (schema['anyOf'] ?? schema['oneOf']) as JsonSchema[] | undefined;
  if (options !== undefined) return fc.oneof(...options.map((option) => right(option, deeper)));
  const made = byType(schema, deeper);
  return example === undefined ? made : fc.oneof({ weight: 2, arbitrary: fc.constant(example) }, { weight: 1, arbitrary: made });
}

function resolve(reference: string, root: JsonSchema): JsonSchema {
  let found: unknown = root;
  for (const step of reference.replace(/^#\/?/, '').split('/').filter(Boolean)) found = (found as Record<string, unknown>)[step];
  return found as JsonSchema;
}

function byType(schema: JsonSchema, setting: Setting): fc.Arbitrary<unknown> {
  switch (schema['type']) {
    case 'object':
      return objects(schema, setting);
    case 'array':
      return fc.array(around((schema['items'] ?? {}) as JsonSchema, setting), {
        minLength: Math.min(Number(schema['minItems'] ?? 0), 3),
        maxLength: 3,
      });
    case 'integer':
      return integers(schema);
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return texts(schema);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function integers(schema: JsonSchema): fc.Arbitrary<number> {
  const min = Math.max(Number(schema['minimum'] ?? 0), Number.MIN_SAFE_INTEGER);
  const max = Math.min(Number(schema['maximum'] ?? Number.MAX_SAFE_INTEGER), Number.MAX_SAFE_INTEGER);
  return fc.oneof(fc.constantFrom(min, max), fc.integer({ min: Math.max(min, -1e6), max: Math.min(max, 1_000_000) }));
}

function texts(schema: JsonSchema): fc.Arbitrary<string> {
  const least = Number(schema['minLength'] ?? 0);
  const most = Number(schema['maxLength'] ?? 60);
  if (schema['format'] === 'date-time')
    return fc.constantFrom('2026-01-20T10:00:00Z', '2026-03-29T02:30:00+01:00', '2020-02-29T00:00:00Z');
  if (schema['format'] === 'email') return fc.constantFrom('ana@example.com', 'x@y.example');
  if (schema['format'] === 'uuid') return fc.uuid();
  return fc.oneof(
    fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
    fc.string({ unit: 'grapheme', minLength: Math.min(least, 60), maxLength: Math.min(most, 60) }),
    fc.constantFrom('EUR', 'FR', 'https://shop.example/a', '10%', '2026-01-01', 'a'.repeat(Math.min(most, 3000))),
  );
}

function objects(schema: JsonSchema, setting: Setting): fc.Arbitrary<unknown> {
  const properties = (schema['properties'] ?? {}) as Record<string, JsonSchema>;
  const required = new Set((schema['required'] ?? []) as string[]);
  const fields = Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, around(field, setting)]));
  const named = fc.record(fields, { requiredKeys: [...required].filter((name) => name in fields) });
  const values = schema['additionalProperties'];
  const free =
    typeof values === 'object' && values !== null
      ? fc.dictionary(fc.stringMatching(/^[a-zA-Z_.-]{1,12}$/), around(values as JsonSchema, setting), { maxKeys: 3 })
      : fc.constant({});
  // Now and then a field that must be there is not, or one is there that nobody knows.
  const spoilt = fc.oneof(
    { weight: setting.calm * 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...Object.keys(properties), 'unknown_field') },
  );
  return fc.tuple(named, free, spoilt).map(([some, more, spoil]) => {
    const value: Record<string, unknown> = { ...more, ...some };
    if (spoil === null) return value;
    if (spoil in value) delete value[spoil];
    else value[spoil] = 1;
    return value;
  });
}
