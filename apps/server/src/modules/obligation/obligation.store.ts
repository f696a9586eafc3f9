import type { ObligationStep } from '@cordee/contract/obligation';
import type { DutyKind, DutyNews, DutyOwner, ProofKind } from '@cordee/core/obligation';
import type { Instant, LocalDate } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export interface ObligationRecord {
  readonly id: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly source: string;
  readonly key: string;
  readonly kind: DutyKind;
  readonly owner: DutyOwner;
  readonly titleFr: string;
  readonly titleEn: string;
  readonly dueOn: LocalDate;
  readonly remindDays: readonly number[];
  readonly proof: ProofKind;
  readonly lastKind: ObligationStep | null;
  readonly lastOn: LocalDate | null;
  readonly told: DutyNews | 'kept' | null;
  readonly toldOn: LocalDate | null;
}

const columns = `o.id, o.partner_id as "partnerId", p.name as "partnerName", o.source, o.key, o.kind, o.owner, o.title_fr as "titleFr",
  o.title_en as "titleEn", o.due_on::text as "dueOn", o.remind_days as "remindDays", o.proof, o.last_kind as "lastKind",
  o.last_on::text as "lastOn", o.told, o.told_on::text as "toldOn"`;
const from = `from obligation o join partner p on p.workspace_id = o.workspace_id and p.id = o.partner_id`;

/** What is still open: nothing was handed in and accepted, waived or missed. */
const isOpen = `(o.last_kind is null or o.last_kind = 'refused')`;

/** Where a list by days is continued. */
export interface Place {
  readonly dueOn: LocalDate;
  readonly id: string;
}

export interface Wanted {
  readonly partnerId: string | null;
  readonly state: 'open' | 'late' | 'settled' | 'all';
  readonly owner: DutyOwner | null;
  readonly until: LocalDate | null;
  readonly after: Place | null;
  readonly today: LocalDate;
  readonly limit: number;
}

/** Obligations, the earliest due first. */
export function selectObligations(tx: Tx, workspaceId: string, wanted: Wanted): Promise<ObligationRecord[]> {
  const { partnerId, state, owner, until, after, today, limit } = wanted;
  return tx.query<ObligationRecord>(
    `select ${columns} ${from}
      where o.workspace_id = $1 and o.gone_at is null and p.archived_at is null and ($2::uuid is null or o.partner_id = $2)
        and ($3::text is null or o.owner = $3 or o.owner = 'both') and ($4::date is null or o.due_on <= $4)
        and ($5::date is null or (o.due_on, o.id) > ($5::date, $6::uuid))
        and case $7::text
          when 'late' then ${isOpen} and o.proof <> 'none' and o.due_on < $8::date
          when 'open' then ${isOpen} and (o.proof <> 'none' or o.due_on >= $8::date)
          when 'settled' then not (${isOpen} and (o.proof <> 'none' or o.due_on >= $8::date))
          else true end
      order by o.due_on, o.id limit $9`,
    [workspaceId, partnerId, owner, until, after?.dueOn ?? null, after?.id ?? null, state, today, limit],
  );
}

/** One obligation, of this partner where one is given; held until the end of the transaction if asked. */
export async function findObligation(
  tx: Tx,
  workspaceId: string,
  id: string,
  own: string | null,
  isHeld = false,
): Promise<ObligationRecord | null> {
  const [row] = await tx.query<ObligationRecord>(
    `select ${columns} ${from} where o.workspace_id = $1 and o.id = $2 and o.gone_at is null and ($3::uuid is null or o.partner_id = $3)
      ${isHeld ? 'for update of o' : ''}`,
    [workspaceId, id, own],
  );
  return row ?? null;
}

/** What the clock has to look at: open, near or past, and not yet told of on this day. */
export function selectToFollow(
  tx: Tx,
  workspaceId: string,
  { today, after, limit }: { readonly today: LocalDate; readonly after: Place | null; readonly limit: number },
): Promise<ObligationRecord[]> {
  return tx.query<ObligationRecord>(
    `select ${columns} ${from}
      where o.workspace_id = $1 and o.gone_at is null and p.archived_at is null and ${isOpen} and o.due_on <= $2::date + 366
        and (o.told_on is null or o.told_on < $2::date) and o.told is distinct from 'missed' and o.told is distinct from 'kept'
        and (o.due_on < $2::date or o.due_on - $2::date <= (select coalesce(max(days), 0) from unnest(o.remind_days) as days))
        and (o.told is distinct from 'late' or o.due_on + 30 < $2::date)
        and ($3::date is null or (o.due_on, o.id) > ($3::date, $4::uuid))
      order by o.due_on, o.id limit $5`,
    [workspaceId, today, after?.dueOn ?? null, after?.id ?? null, limit],
  );
}

export async function markTold(tx: Tx, workspaceId: string, id: string, told: DutyNews | 'kept', on: LocalDate): Promise<void> {
  await tx.query(`update obligation set told = $3, told_on = $4 where workspace_id = $1 and id = $2`, [
    workspaceId,
    id,
    told,
    on,
  ]);
}

export async function markStep(tx: Tx, workspaceId: string, id: string, kind: ObligationStep, on: LocalDate): Promise<void> {
  await tx.query(`update obligation set last_kind = $3, last_on = $4 where workspace_id = $1 and id = $2`, [
    workspaceId,
    id,
    kind,
    on,
  ]);
}

export interface EntryRecord {
  readonly number: number;
  readonly at: Instant;
  readonly kind: string;
  readonly side: 'company' | 'partner' | 'clock';
  readonly text: string | null;
  readonly links: readonly string[];
}

export interface NewEntry extends Omit<EntryRecord, 'number'> {
  readonly actor: unknown;
}

/** Adds what was done. Its number: the next one. */
export async function addEntry(tx: Tx, workspaceId: string, id: string, entry: NewEntry): Promise<number> {
  const { at, kind, side, actor, text, links } = entry;
  const [added] = await tx.query<{ number: number }>(
    `with counted as (update obligation set entries = entries + 1 where workspace_id = $1 and id = $2 returning entries)
     insert into obligation_entry (workspace_id, obligation_id, number, at, kind, side, actor, text, links)
     select $1, $2, entries, $3, $4, $5, $6, $7, $8 from counted returning number`,
    [workspaceId, id, new Date(at), kind, side, JSON.stringify(actor), text, links],
  );
  if (added === undefined) throw new Error('an obligation was lost while it was written');
  return added.number;
}

export function selectEntries(tx: Tx, workspaceId: string, id: string): Promise<EntryRecord[]> {
  return tx.query<EntryRecord>(
    `select number, at, kind, side, text, links from obligation_entry where workspace_id = $1 and obligation_id = $2 order by number`,
    [workspaceId, id],
  );
}
