import type { EnvelopeAnswer, EnvelopeDetail, ListEnvelopes } from '@cordee/contract/signature';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { narrowedPartner, ownPartner } from '../../../platform/own-partner.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { selectBytes } from '../document.store.ts';
import { envelopeDetail, envelopeToContract } from '../envelope-answer.ts';
import { selectEnvelopes, type EnvelopeRecord } from '../envelope.store.ts';
import { mustReadEnvelopes } from '../signature.policy.ts';

/** A page of envelopes, newest first; a partner finds those sent of its own. */
export async function listEnvelopes(
  context: Context,
  { partnerId: asked, state, limit, cursor }: ListEnvelopes,
): Promise<{ items: Wire<EnvelopeAnswer>[]; nextCursor: string | null }> {
  mustReadEnvelopes(context.actor);
  const partnerId = narrowedPartner(context.actor, asked);
  const [before = null] = decodeCursor(cursor, 1) ?? [];
  const sentOnly = ownPartner(context.actor) !== null;
  const rows = await read(context, (tx) =>
    selectEnvelopes(tx, context.workspaceId, { partnerId, sentOnly, state, before, limit: limit + 1 }),
  );
  return pageOfRows(rows, limit, envelopeToContract, ({ id }) => [id]);
}

/** An envelope with its documents and trail. Refuses `not_found`. */
export function getEnvelope(context: Context, id: string): Promise<Wire<EnvelopeDetail>> {
  mustReadEnvelopes(context.actor);
  return read(context, async (tx) => envelopeDetail(tx, context, await mustFind(tx, context, id)));
}

/** The newest bytes of a document. Refuses `not_found`. */
export function getDocument(context: Context, id: string, number: number): Promise<{ name: string; bytes: Buffer }> {
  mustReadEnvelopes(context.actor);
  return read(context, async (tx) => {
    await mustFind(tx, context, id);
    const [document] = await selectBytes(tx, context.workspaceId, id, number);
    if (document === undefined) throw new Refusal('not_found');
    return document;
  });
}

/** The envelope, if the reader may see it. */
export async function mustFind(tx: Tx, { workspaceId, actor }: Context, id: string): Promise<EnvelopeRecord> {
  const own = ownPartner(actor);
  const [record] = await selectEnvelopes(tx, workspaceId, { id, partnerId: own, sentOnly: own !== null, limit: 1 });
  if (record === undefined) throw new Refusal('not_found');
  return record;
}
