import { decodeId, type Prefix } from '@cordee/core/ids';

/** The uuid of a typed id that our own lists gave. */
export function decodeIds(prefix: Prefix, text: string): string {
  const uuid = decodeId(prefix, text);
  if (uuid === null) throw new Error(`no ${prefix}_ id: ${text}`);
  return uuid;
}
