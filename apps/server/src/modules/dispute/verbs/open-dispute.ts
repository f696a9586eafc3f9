import type { DisputeDetail } from '@cordee/contract/dispute';
import type { OpenDispute } from '@cordee/contract/dispute-body';
import { openDispute as begin } from '@cordee/core/escalation';
import { encodeId } from '@cordee/core/ids';
import { localDateOf } from '@cordee/core/time';
import { TRAIL_START } from '@cordee/core/signature';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { attachedFiles, attachFiles } from '../../../platform/files/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { zoneOf } from '../../fact/index.ts';
import { mustKnowPartners, partnerNames } from '../../partner/index.ts';
import { mustTakePart } from '../dispute.policy.ts';
import { auditOf } from '../hold-dispute.ts';
import { freezeLadder, type FrozenLadder } from '../ladder/frozen-ladder.ts';
import { detailOf } from '../read-dispute.ts';
import { alreadyOpen, subjectNeeded, unknownClause, unknownSubject } from '../refusals.ts';
import { standingOf } from '../standing.ts';
import { type DisputeRecord, findTwin, insertDispute } from '../store/dispute.store.ts';
import { addEntry } from '../store/entry.store.ts';
import { isOfPartner } from '../store/subject.store.ts';

const money = new Set<OpenDispute['subject']>(['commission', 'statement', 'invoice', 'claim']);

/**
 * Opens a dispute on the first step of the ladder that holds today, which it keeps. Refuses `unknown_reference` for what is not the partner's,
 * `already_exists` while a dispute about the same runs.
 */
export function openDispute(context: Context, input: OpenDispute): Promise<Wire<DisputeDetail>> {
  const { side, own } = mustTakePart(context.actor);
  if (own !== null && own !== input.partnerId) throw new Refusal('forbidden');
  const { workspaceId, actor } = context;
  return write(context, async (tx) => {
    const { partnerId, subject, subjectId, clause, title, asks, links, files } = input;
    await mustKnowPartners(tx, workspaceId, [partnerId], () => 'partnerId');
    await mustBeTheirs(tx, workspaceId, input);
    const twin = await findTwin(tx, workspaceId, partnerId, { subjectId, clause });
    if (twin !== null) throw alreadyOpen(encodeId('dsp', twin));
    const now = context.now();
    const today = localDateOf(now, await zoneOf(tx, workspaceId));
    const ladder = await freezeLadder(tx, workspaceId, { partnerId, clause, now, today });
    mustCite(ladder, input);
    const run = begin(side, today);
    const record: DisputeRecord = {
      id: newUuid(now),
      partnerId,
      partnerName: (await partnerNames(tx, workspaceId, [partnerId])).get(partnerId) ?? '',
      openedBy: side,
      subject,
      subjectId,
      clause,
      title,
      asks,
      openedAt: now,
      ladder,
      run,
      holdsPayments: ladder.holdsPayments && money.has(subject),
      remindedFor: null,
      entries: 0,
      head: TRAIL_START,
    };
    await insertDispute(tx, workspaceId, record, standingOf(run, ladder));
    const id = encodeId('dsp', record.id);
    await attachFiles(tx, context, { subject: id, place: 1 }, files);
    const sums = (await attachedFiles(tx, workspaceId, [id]))(id, 1).map(({ sha256 }) => sha256);
    const data: Record<string, string> = { step: '1', title, text: asks, subject, ...(subjectId === null ? {} : { subjectId }) };
    if (sums.length > 0) data['files'] = sums.join(' ');
    await addEntry(tx, workspaceId, record.id, { at: now, kind: 'opened', side, actor, data, links });
    return { result: await detailOf(tx, context, record.id), audit: auditOf(record, 'opened', side, null) };
  });
}

async function mustBeTheirs(tx: Tx, workspaceId: string, { subject, subjectId, partnerId }: OpenDispute): Promise<void> {
  if (subject === 'other' && subjectId === null) return;
  if (subject === 'other' || subjectId === null) throw new Refusal('unknown_reference', [subjectNeeded]);
  if (!(await isOfPartner(tx, workspaceId, subject, subjectId, partnerId))) {
    throw new Refusal('unknown_reference', [unknownSubject]);
  }
}

/** A clause is one of the charter in force, which the dispute keeps as it stands. */
function mustCite({ charter, articles }: FrozenLadder, { subject, subjectId, clause }: OpenDispute): void {
  if (subject !== 'clause' && clause === null) return;
  const isKnown = clause !== null && articles.some(({ id }) => id === `clause:${clause}`);
  if (!isKnown || (subject === 'clause' && charter?.id !== subjectId)) throw new Refusal('unknown_reference', [unknownClause]);
}
