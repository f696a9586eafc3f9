import { z } from 'zod';
import { defOf, type Schema } from '@cordee/contract/schema-def';

/** The same schema, in which every object that does not say what becomes of unknown fields refuses them. */
export function strictSchema(schema: z.ZodType): z.ZodType {
  return strict(schema) as z.ZodType;
}

function strict(schema: Schema): Schema {
  const def = defOf(schema);
  switch (def.type) {
    case 'object': {
      const shape = Object.fromEntries(Object.entries(def.shape).map(([key, field]) => [key, strict(field)]));
      return z.clone(schema, { ...def, shape, catchall: def.catchall ?? z.never() } as never);
    }
    case 'array':
      return z.clone(schema, { ...def, element: strict(def.element) } as never);
    case 'tuple':
      return z.clone(schema, { ...def, items: def.items.map(strict) } as never);
    case 'union':
      return z.clone(schema, { ...def, options: def.options.map(strict) } as never);
    case 'record':
      return z.clone(schema, { ...def, valueType: strict(def.valueType) } as never);
    case 'pipe':
      return z.clone(schema, { ...def, in: strict(def.in) } as never);
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return z.clone(schema, { ...def, innerType: strict(def.innerType) } as never);
    default:
      return schema;
  }
}
