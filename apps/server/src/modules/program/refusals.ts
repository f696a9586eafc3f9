import type { FieldFault } from '@cordee/contract/errors';
import { encodeId, type Prefix } from '@cordee/core/ids';
import { Refusal } from '../../platform/refusal.ts';

/** A field that cites something the workspace does not have. */
export function unknownId(path: string, prefix: Prefix, uuid: string): FieldFault {
  const id = encodeId(prefix, uuid);
  return {
    path,
    rule: 'known',
    message: { en: `Nothing in this workspace has the id ${id}.`, fr: `Rien dans cet espace n'a l'identifiant ${id}.` },
  };
}

/** `already_exists` for one field, with a value that is free. */
export function taken(path: string, value: string, free: string): Refusal {
  return new Refusal('already_exists', [
    {
      path,
      rule: 'unique',
      message: { en: `"${value}" is taken; "${free}" is free.`, fr: `« ${value} » est pris ; « ${free} » est libre.` },
      example: free,
    },
  ]);
}

/** `conflict` for one field. */
export function conflict(path: string, rule: string, message: FieldFault['message'], example?: unknown): Refusal {
  return new Refusal('conflict', [{ path, rule, message, ...(example === undefined ? {} : { example }) }]);
}
