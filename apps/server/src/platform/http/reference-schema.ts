import type { Bilingual, Language } from '@cordee/contract/language';
import type { JsonSchema, OpenApiParameter } from '@cordee/contract/openapi';
import { type Html, html } from './html.ts';

/** The parameters of an operation as a table; nothing without any. */
export function parameterTable(parameters: readonly OpenApiParameter[], language: Language): Html {
  if (parameters.length === 0) return html``;
  const rows = parameters.map(({ name, in: place, required, description, schema }) =>
    fieldRow({ name: `${name} (${place})`, required, schema: { description, ...schema } }, language),
  );
  return html`<h4>${WORDS.parameters[language]}</h4>
    ${fieldTable(rows, language)}`;
}

interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
}

/** The fields of a body as a table; nothing without any. */
export function schemaTable(schema: JsonSchema, language: Language): Html {
  const rows = fieldsOf('', schema).map((field) => fieldRow(field, language));
  return rows.length === 0 ? html`` : fieldTable(rows, language);
}

function fieldTable(rows: readonly Html[], language: Language): Html {
  const { field, type, meaning } = WORDS;
  return html`<div class="scroll">
    <table>
      <tr>
        <th>${field[language]}</th>
        <th>${type[language]}</th>
        <th>${meaning[language]}</th>
      </tr>
      ${rows}
    </table>
  </div>`;
}

function fieldRow({ name, required, schema }: Field, language: Language): Html {
  const need = required ? html`<strong>${WORDS.required[language]}</strong> ` : '';
  const { example, description } = schema;
  const isShort = example !== undefined && JSON.stringify(example).length <= LONGEST_EXAMPLE;
  return html`<tr>
    <td><code>${name}</code></td>
    <td>${typeText(schema)}</td>
    <td>
      ${need}${typeof description === 'string' ? description : ''} ${isShort ? html`<code>${JSON.stringify(example)}</code>` : ''}
    </td>
  </tr>`;
}

/** Every field of a schema with its path: `lines[].net`. */
function fieldsOf(prefix: string, schema: JsonSchema): Field[] {
  const options = (schema['oneOf'] ?? schema['anyOf']) as JsonSchema[] | undefined;
  if (options !== undefined) return options.flatMap((option) => fieldsOf(prefix, option));
  if (schema['type'] === 'array') return fieldsOf(`${prefix}[]`, (schema['items'] ?? {}) as JsonSchema);
  const properties = (schema['properties'] ?? {}) as Record<string, JsonSchema>;
  const required = (schema['required'] ?? []) as string[];
  return Object.entries(properties).flatMap(([key, property]) => {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    return [{ name, required: required.includes(key), schema: property }, ...fieldsOf(name, property)];
  });
}

function typeText(schema: JsonSchema): string {
  const options = (schema['oneOf'] ?? schema['anyOf']) as JsonSchema[] | undefined;
  if (options !== undefined) return options.map(typeText).join(' | ');
  if (schema['const'] !== undefined) return JSON.stringify(schema['const']);
  if (Array.isArray(schema['enum'])) return schema['enum'].map((value) => JSON.stringify(value)).join(' | ');
  if (schema['type'] === 'array') return `${typeText((schema['items'] ?? {}) as JsonSchema)}[]`;
  const limits = limitText(schema['minLength'] ?? schema['minimum'], schema['maxLength'] ?? schema['maximum']);
  const kind = [schema['format'], schema['type']].flat().filter((word) => typeof word === 'string');
  return `${schema['format'] === undefined ? kind.join(' | ') || 'any' : kind[0]}${limits}`;
}

// JSON Schema writes the bounds of a double where there are none.
function limitText(least: unknown, most: unknown): string {
  const hasMost = typeof most === 'number' && most < Number.MAX_SAFE_INTEGER;
  if (typeof least !== 'number' || least <= Number.MIN_SAFE_INTEGER) return hasMost ? ` ≤ ${most}` : '';
  return hasMost ? ` ${least}–${most}` : ` ≥ ${least}`;
}

/** A right body made of the examples of what is required; undefined where one is missing. */
export function exampleOf(schema: JsonSchema): unknown {
  if (schema['example'] !== undefined) return schema['example'];
  if (schema['const'] !== undefined) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0] as unknown;
  const [option] = (schema['oneOf'] ?? schema['anyOf'] ?? []) as JsonSchema[];
  if (option !== undefined) return exampleOf(option);
  if (schema['type'] === 'array') {
    const item = exampleOf((schema['items'] ?? {}) as JsonSchema);
    return item === undefined ? undefined : [item];
  }
  if (schema['type'] === 'boolean') return true;
  if (schema['type'] !== 'object') return undefined;
  const properties = (schema['properties'] ?? {}) as Record<string, JsonSchema>;
  const required = (schema['required'] ?? []) as string[];
  const entries = required.map((key) => [key, exampleOf(properties[key] ?? {})] as const);
  return entries.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(entries);
}

const LONGEST_EXAMPLE = 80;

const WORDS = {
  parameters: { en: 'Parameters', fr: 'Paramètres' },
  field: { en: 'Field', fr: 'Champ' },
  type: { en: 'Type', fr: 'Type' },
  meaning: { en: 'Meaning', fr: 'Sens' },
  required: { en: 'required', fr: 'requis' },
} as const satisfies Record<string, Bilingual>;
