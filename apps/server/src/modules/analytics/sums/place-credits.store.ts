import type { Credit } from '@cordee/core/attribution';
import type { Fact } from '@cordee/core/counting';
import { parseSequenceUuid } from '@cordee/core/ids';
import type { Tx } from '../../../platform/db/index.ts';
import type { CountedFact, PlacedCredit } from './stretch.ts';

export interface UnplacedFact {
  readonly fact: Fact;
  readonly programId: string | null;
  readonly credits: readonly Credit[];
}

interface Place {
  readonly linkId: string | null;
  readonly subId: string | null;
}

const NOWHERE: Place = { linkId: null, subId: null };

/**
 * Finds the link and the sub-id behind each credit: a click is frozen in the fact that tied it to the customer, this one or an
 * earlier one; a code belongs to the link that had it then.
 */
export async function placeCredits(tx: Tx, workspaceId: string, facts: readonly UnplacedFact[]): Promise<CountedFact[]> {
  const clicks = await earlierClicks(tx, workspaceId, facts);
  const codes = await codeLinks(tx, workspaceId, facts);
  return facts.map(({ fact, programId, credits }) => ({
    fact,
    programId,
    credits: credits.map((credit): PlacedCredit => {
      const { partnerId, enrollmentId, share, touchpointId } = credit;
      const place = ownClick(fact, touchpointId) ?? clicks.get(touchpointId ?? '') ?? codes.get(touchpointId ?? '') ?? NOWHERE;
      return { partnerId, enrollmentId, share, linkId: place.linkId, subId: place.subId };
    }),
  }));
}

function ownClick(fact: Fact, touchpointId: string | null): Place | null {
  const touch = fact.body.touches?.find(({ id }) => id === touchpointId);
  return touch === undefined ? null : { linkId: touch.linkId ?? null, subId: touch.subId ?? null };
}

async function earlierClicks(tx: Tx, workspaceId: string, facts: readonly UnplacedFact[]): Promise<Map<string, Place>> {
  const wanted = new Set<string>();
  const customers = new Set<string>();
  for (const { fact, credits } of facts) {
    for (const { via, touchpointId } of credits) {
      if (via !== 'click' || touchpointId === null || fact.customerId === null) continue;
      if (ownClick(fact, touchpointId) !== null) continue;
      wanted.add(touchpointId);
      customers.add(fact.customerId);
    }
  }
  if (wanted.size === 0) return new Map();
  const rows = await tx.query<{ id: string; link_id: string | null; sub_id: string | null }>(
    `select distinct on (t.touch->>'id') t.touch->>'id' as id, t.touch->>'linkId' as link_id, t.touch->>'subId' as sub_id
       from fact f cross join lateral json_array_elements(f.body->'touches') as t (touch)
      where f.workspace_id = $1 and f.customer_id = any($2::uuid[]) and t.touch->>'id' = any($3::text[])`,
    [workspaceId, [...customers], [...wanted]],
  );
  return new Map(rows.map((row) => [row.id, { linkId: row.link_id, subId: row.sub_id }]));
}

/** Touchpoints made of a code or a coupon are named after the fact that brought them. */
async function codeLinks(tx: Tx, workspaceId: string, facts: readonly UnplacedFact[]): Promise<Map<string, Place>> {
  const bringers = new Map<string, bigint>();
  for (const { credits } of facts) {
    for (const { via, touchpointId } of credits) {
      if ((via !== 'code' && via !== 'coupon') || touchpointId === null) continue;
      const seq = parseSequenceUuid(touchpointId)?.seq;
      if (seq !== undefined) bringers.set(touchpointId, seq);
    }
  }
  if (bringers.size === 0) return new Map();
  const rows = await tx.query<{ seq: bigint; sub_id: string | null; link_id: string | null }>(
    `select f.seq, f.body->>'subId' as sub_id,
            (select o.link_id from code_owner o
              where o.workspace_id = f.workspace_id and o.kind = 'code' and o.code = f.body->>'code'
                and o.from_at <= f.occurred_at and o.recorded_at <= f.recorded_at
              order by o.from_at desc, o.number desc limit 1) as link_id
       from fact f where f.workspace_id = $1 and f.seq = any($2::bigint[])`,
    [workspaceId, [...new Set(bringers.values())]],
  );
  const bySeq = new Map(rows.map((row) => [row.seq, row]));
  return new Map(
    [...bringers].flatMap(([id, seq]): [string, Place][] => {
      const row = bySeq.get(seq);
      if (row === undefined) return [];
      // The last of the numbers a fact gives its touchpoints is its coupon's, which has no link.
      const isCoupon = parseSequenceUuid(id)?.n === 4095;
      return [[id, { linkId: isCoupon ? null : row.link_id, subId: row.sub_id }]];
    }),
  );
}
