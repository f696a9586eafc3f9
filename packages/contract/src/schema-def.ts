import type { z } from 'zod';

export type Schema = z.core.$ZodType;
type Def = z.core.$ZodTypes['_zod']['def'];

/** What a schema is made of, told apart by its `type`. */
export function defOf(schema: Schema): Def {
  return (schema as unknown as { readonly def: Def }).def;
}
