import { z } from 'zod';
import { defOf, type Schema } from './schema-def.ts';

/** An example of right input at a path of the schema, where its author gave one or the schema leaves no doubt. */
export function exampleAt(schema: Schema, path: readonly PropertyKey[]): unknown {
  let candidates: Schema[] = [schema];
  for (const key of path) candidates = candidates.flatMap((candidate) => childrenAt(candidate, key));
  for (const candidate of candidates) {
    const example = exampleOf(candidate);
    if (example !== undefined) return example;
  }
  return undefined;
}

/**
 * An example of the whole value: what the author gave, else one built of the fields that must be there; with `optional`, of
 * those that may be there too.
 */
export function exampleOf(schema: Schema, optional = false): unknown {
  const meta = z.globalRegistry.get(schema);
  if (meta?.['example'] !== undefined) return meta['example'];
  const def = defOf(schema);
  switch (def.type) {
    case 'object':
      return exampleOfObject(def.shape, optional);
    case 'array': {
      const item = exampleOf(def.element, optional);
      return item === undefined ? undefined : [item];
    }
    case 'union':
      return def.options.map((option) => exampleOf(option, optional)).find((example) => example !== undefined);
    case 'enum':
      return Object.values(def.entries)[0];
    case 'literal':
      return def.values[0];
    case 'boolean':
      return true;
    case 'default':
    case 'prefault':
      return exampleOf(def.innerType, optional) ?? def.defaultValue;
    default:
      return innerOf(schema).map((inner) => exampleOf(inner, optional))[0];
  }
}

function exampleOfObject(shape: z.core.$ZodShape, optional: boolean): unknown {
  const example: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(shape)) {
    const mayBeAbsent = (field as z.ZodType).isOptional();
    if (mayBeAbsent && !optional) continue;
    const value = exampleOf(field, optional);
    if (value !== undefined) example[key] = value;
    else if (!mayBeAbsent) return undefined;
  }
  return example;
}

function childrenAt(schema: Schema, key: PropertyKey): Schema[] {
  const def = defOf(schema);
  switch (def.type) {
    case 'object': {
      const field = def.shape[String(key)];
      return field === undefined ? [] : [field];
    }
    case 'array':
      return [def.element];
    case 'record':
      return [def.valueType];
    case 'tuple': {
      const item = def.items[Number(key)];
      return item === undefined ? [] : [item];
    }
    case 'union':
      return def.options.flatMap((option) => childrenAt(option, key));
    default:
      return innerOf(schema).flatMap((inner) => childrenAt(inner, key));
  }
}

/** What a wrapper wraps: input is described by the inner schema, or by where a pipe begins. */
function innerOf(schema: Schema): Schema[] {
  const def = defOf(schema);
  if ('innerType' in def) return [def.innerType];
  return def.type === 'pipe' ? [def.in] : [];
}
