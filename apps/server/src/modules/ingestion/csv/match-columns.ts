import type { FieldFault } from '@cordee/contract/errors';
import type { ImportKind } from '@cordee/contract/import';
import { Refusal } from '../../../platform/refusal.ts';
import { columnKey, fileKinds, foreignKinds } from './file-kinds.ts';

/** Our field → where it stands in a row. */
export type ColumnPlaces = Readonly<Record<string, number>>;

/**
 * Finds our fields among the columns: by the mapping first, then by their known names. Refuses `import_columns` when a required
 * one is missing or the mapping names what is not there, saying which columns were found and what a header may look like.
 */
export function matchColumns(
  kind: ImportKind,
  header: readonly string[],
  mapping: Readonly<Record<string, string>> | undefined,
): ColumnPlaces {
  const fields = fileKinds[kind];
  const keys = header.map(columnKey);
  const places: Record<string, number> = {};
  const faults: FieldFault[] = [];
  const taken = new Set<number>();
  for (const [name, column] of Object.entries(mapping ?? {})) {
    if (!fields.some((field) => field.name === name)) {
      faults.push(unknownField(kind, name));
      continue;
    }
    const exact = header.indexOf(column);
    const place = exact === -1 ? keys.indexOf(columnKey(column)) : exact;
    if (place === -1 || column === '') faults.push(absent(kind, name, column, header));
    else {
      places[name] = place;
      taken.add(place);
    }
  }
  for (const field of fields) {
    if (places[field.name] !== undefined) continue;
    const names = foreignKinds.has(kind) ? field.also : [columnKey(field.name), ...field.also];
    const place = names
      .map((name) => keys.findIndex((key, index) => key === name && !taken.has(index)))
      .find((found) => found !== -1);
    if (place !== undefined) {
      places[field.name] = place;
      taken.add(place);
    }
  }
  for (const field of fields) {
    const isMissing = field.required === true && places[field.name] === undefined;
    if (isMissing && !faults.some((fault) => fault.path === `mapping.${field.name}`))
      faults.push(missing(kind, field.name, header));
  }
  if (faults.length > 0) throw new Refusal('import_columns', faults);
  return places;
}

/** A header that would do, for showing. */
export function exampleHeader(kind: ImportKind): string {
  return fileKinds[kind]
    .filter(({ required, name }) => required === true || name === 'occurredAt' || name === 'code')
    .map(({ name }) => name)
    .join(',');
}

function missing(kind: ImportKind, name: string, header: readonly string[]): FieldFault {
  const found = list(header);
  return {
    path: `mapping.${name}`,
    rule: 'required_column',
    message: {
      en: `No column holds ${name}. The file has: ${found}.`,
      fr: `Aucune colonne ne contient ${name}. Le fichier a : ${found}.`,
    },
    example: exampleHeader(kind),
  };
}

function absent(kind: ImportKind, name: string, column: string, header: readonly string[]): FieldFault {
  const found = list(header);
  return {
    path: `mapping.${name}`,
    rule: 'known_column',
    message: {
      en: `The file has no column “${column}”. It has: ${found}.`,
      fr: `Le fichier n'a pas de colonne « ${column} ». Il a : ${found}.`,
    },
    example: exampleHeader(kind),
  };
}

function unknownField(kind: ImportKind, name: string): FieldFault {
  const known = fileKinds[kind].map((field) => field.name).join(', ');
  return {
    path: `mapping.${name}`,
    rule: 'known_field',
    message: {
      en: `Unknown field ${name}; files of this kind have ${known}.`,
      fr: `Champ inconnu ${name} ; les fichiers de ce type ont ${known}.`,
    },
    example: exampleHeader(kind),
  };
}

function list(header: readonly string[]): string {
  return header
    .slice(0, 50)
    .map((name) => name.slice(0, 60))
    .join(', ');
}
