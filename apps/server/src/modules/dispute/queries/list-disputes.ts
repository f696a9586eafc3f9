import type { DisputeSummary, ListDisputes } from '@cordee/contract/dispute';
import type { DisputeState } from '@cordee/core/escalation';
import { localDateOf } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { narrowedPartner } from '../../../platform/own-partner.ts';
import { read } from '../../../platform/verb.ts';
import { zoneOf } from '../../fact/index.ts';
import { disputeToSummary } from '../dispute-answer.ts';
import { partyOf } from '../dispute.policy.ts';
import { runOn } from '../standing.ts';
import { selectDisputes } from '../store/dispute.store.ts';

const groups: Readonly<Partial<Record<NonNullable<ListDisputes['state']>, readonly DisputeState[]>>> = {
  running: ['open', 'paused'],
  to_answer: ['open', 'paused', 'exhausted'],
  over: ['settled', 'decided', 'exhausted', 'withdrawn'],
};

/** A page of disputes, newest first; a partner finds its own. Each stands as the clock has it today. */
export function listDisputes(
  context: Context,
  query: ListDisputes,
): Promise<{ items: Wire<DisputeSummary>[]; nextCursor: string | null }> {
  const { workspaceId, actor, language } = context;
  const partnerId = narrowedPartner(actor, query.partnerId);
  const { state, limit } = query;
  const [before = null] = decodeCursor(query.cursor, 1) ?? [];
  const states = state === undefined ? null : (groups[state] ?? [state as DisputeState]);
  const waitsFor = state === 'to_answer' ? partyOf(actor).side : null;
  return read(context, async (tx) => {
    const today = localDateOf(context.now(), await zoneOf(tx, workspaceId));
    const rows = await selectDisputes(tx, workspaceId, { partnerId, states, waitsFor, before, limit: limit + 1 });
    return pageOfRows(
      rows,
      limit,
      (row) => disputeToSummary({ ...row, run: runOn(row.run, row.ladder, today) }, { language, today }),
      ({ id }) => [id],
    );
  });
}
