import type { ExitContent, KeptRehearsal, RehearseQuery } from '@cordee/contract/exit-rehearsal';
import { type ExitRehearsal, rehearseExit as rehearse } from '@cordee/core/exit';
import { encodeId } from '@cordee/core/ids';
import type { Side } from '@cordee/core/partnership';
import { formatInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { findPartner } from '../../partner/index.ts';
import { exitCase, type KnownCase } from '../exit-case.ts';
import { mustRead } from '../leaving.policy.ts';
import { rehearsalToContract } from '../rehearsal-answer.ts';
import { type RehearsalRecord, selectRehearsals } from '../rehearsal.store.ts';

/** What leaving would mean at a day. Refuses `not_found`, and `invalid_request` for an end before its notice. */
export function rehearseExit(context: Context, partnerId: string, query: RehearseQuery): Promise<Wire<ExitContent>> {
  const side = mustRead(context.actor, partnerId);
  return read(context, async (tx) => {
    const { of, told } = await rehearseIn(tx, context, partnerId, side, query);
    return rehearsalToContract(of, told, context.language);
  });
}

/** The same within a transaction, with the case it was made of. */
export async function rehearseIn(
  tx: Tx,
  context: Context,
  partnerId: string,
  side: Side,
  query: RehearseQuery,
): Promise<{ readonly of: KnownCase; readonly told: ExitRehearsal }> {
  if ((await findPartner(tx, context.workspaceId, partnerId)) === null) throw new Refusal('not_found');
  const of = await exitCase(tx, context, partnerId, side, query);
  if (of.endsOn !== null && of.endsOn < of.noticedOn) throw new Refusal('invalid_request', [endsBefore]);
  return { of, told: rehearse(of) };
}

/** A page of rehearsals that were kept: one's own, and those the other side shows. Refuses `not_found`. */
export function listRehearsals(
  context: Context,
  partnerId: string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ items: Wire<KeptRehearsal>[]; nextCursor: string | null }> {
  const side = mustRead(context.actor, partnerId);
  const before = decodeCursor(cursor, 1)?.[0] ?? null;
  return read(context, async (tx) => {
    if ((await findPartner(tx, context.workspaceId, partnerId)) === null) throw new Refusal('not_found');
    const rows = await selectRehearsals(tx, context.workspaceId, { partnerId, side, before, limit: limit + 1 });
    return pageOfRows(rows, limit, keptToContract, ({ id }) => [id]);
  });
}

export function keptToContract({ id, at, side, isShown, hash, content }: RehearsalRecord): Wire<KeptRehearsal> {
  return { id: encodeId('rhs', id), at: formatInstant(at), side, shown: isShown, hash, content };
}

const endsBefore = {
  path: 'endsOn',
  rule: 'after_notice',
  message: { en: 'The last day cannot be before the notice.', fr: 'Le dernier jour ne peut pas précéder le préavis.' },
};
