import type { CharterDates, Duty, DutyKind, DutyOwner, DutyTerms, ProofKind } from '@cordee/core/obligation';
import type { Instant, LocalDate } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { newUuid } from '../../platform/uuid.ts';

export interface TermsRecord {
  readonly partnerId: string;
  readonly source: string;
  readonly version: number;
  readonly terms: readonly DutyTerms[];
  readonly dates: CharterDates;
  readonly country: string;
  readonly region: string | null;
  /** A second country whose holidays count as well. */
  readonly alsoCountry: string | null;
  readonly alsoRegion: string | null;
  /** Whether the place is that of the settings, and moves with them. */
  readonly followsSettings: boolean;
}

const columns = `partner_id as "partnerId", source, version, terms, dates, country, region, also_country as "alsoCountry",
  also_region as "alsoRegion", follows_settings as "followsSettings"`;

/** Holds what a partner owes and is owed until the end of the transaction: its terms are set one after the other. */
export async function holdPartner(tx: Tx, workspaceId: string, partnerId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('obligation ' || $1 || $2, 0))`, [workspaceId, partnerId]);
}

/** The terms of a source that hold; null before the first. */
export async function findTerms(tx: Tx, workspaceId: string, partnerId: string, source: string): Promise<TermsRecord | null> {
  const [row] = await tx.query<TermsRecord>(
    `select ${columns} from obligation_terms where workspace_id = $1 and partner_id = $2 and source = $3 order by version desc limit 1`,
    [workspaceId, partnerId, source],
  );
  return row ?? null;
}

/** The terms that hold, of all sources or of one partner's. */
export function selectTerms(tx: Tx, workspaceId: string, partnerId: string | null): Promise<TermsRecord[]> {
  return tx.query<TermsRecord>(
    `select distinct on (partner_id, source) ${columns} from obligation_terms
      where workspace_id = $1 and ($2::uuid is null or partner_id = $2) order by partner_id, source, version desc`,
    [workspaceId, partnerId],
  );
}

export async function insertTerms(tx: Tx, workspaceId: string, record: TermsRecord, at: Instant, actor: unknown): Promise<void> {
  const { partnerId, source, version, terms, dates, country, region, alsoCountry, alsoRegion, followsSettings } = record;
  await tx.query(
    `insert into obligation_terms (workspace_id, partner_id, source, version, terms, dates, country, region, set_at, actor,
       also_country, also_region, follows_settings)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      workspaceId,
      partnerId,
      source,
      version,
      JSON.stringify(terms),
      JSON.stringify(dates),
      country,
      region,
      new Date(at),
      JSON.stringify(actor),
      alsoCountry,
      alsoRegion,
      followsSettings,
    ],
  );
}

export interface KnownDuty extends Duty {
  readonly id: string;
  /** Nothing about it changes any more. */
  readonly isSettled: boolean;
}

interface Row {
  id: string;
  key: string;
  kind: DutyKind;
  owner: DutyOwner;
  titleFr: string;
  titleEn: string;
  dueOn: LocalDate;
  remindDays: number[];
  proof: ProofKind;
  lastKind: string | null;
}

/** The duties of a source that are owed. */
export async function selectDuties(tx: Tx, workspaceId: string, partnerId: string, source: string): Promise<KnownDuty[]> {
  const rows = await tx.query<Row>(
    `select id, key, kind, owner, title_fr as "titleFr", title_en as "titleEn", due_on::text as "dueOn", remind_days as "remindDays",
       proof, last_kind as "lastKind"
       from obligation where workspace_id = $1 and partner_id = $2 and source = $3 and gone_at is null order by due_on, id`,
    [workspaceId, partnerId, source],
  );
  return rows.map(({ titleFr, titleEn, lastKind, ...row }) => ({
    ...row,
    title: { fr: titleFr, en: titleEn },
    isSettled: lastKind !== null && lastKind !== 'refused',
  }));
}

/** Adds duties; one that was owed once is owed again, with its history. Their ids. */
export async function insertDuties(
  tx: Tx,
  workspaceId: string,
  { partnerId, source, at }: { readonly partnerId: string; readonly source: string; readonly at: Instant },
  duties: readonly Duty[],
): Promise<string[]> {
  const rows = duties.map((duty) => ({
    id: newUuid(at),
    key: duty.key,
    kind: duty.kind,
    owner: duty.owner,
    fr: duty.title.fr,
    en: duty.title.en,
    due: duty.dueOn,
    remind: duty.remindDays,
    proof: duty.proof,
  }));
  const added = await tx.query<{ id: string }>(
    `insert into obligation (workspace_id, id, partner_id, source, key, kind, owner, title_fr, title_en, due_on, remind_days, proof, entries)
     select $1, r.id, $2, $3, r.key, r.kind, r.owner, r.fr, r.en, r.due,
       array(select value::integer from json_array_elements_text(r.remind)), r.proof, 0
       from json_to_recordset($4) as r (id uuid, key text, kind text, owner text, fr text, en text, due date, remind json, proof text)
     on conflict (workspace_id, partner_id, source, key) do update
       set gone_at = null, owner = excluded.owner, title_fr = excluded.title_fr, title_en = excluded.title_en, due_on = excluded.due_on,
         remind_days = excluded.remind_days, proof = excluded.proof, told = null, told_on = null
     returning id`,
    [workspaceId, partnerId, source, JSON.stringify(rows)],
  );
  return added.map(({ id }) => id);
}

/** Moves a duty to another day or owner; people are told of its new day anew. */
export async function moveDuty(
  tx: Tx,
  workspaceId: string,
  id: string,
  { dueOn, owner, title, remindDays }: Duty,
): Promise<void> {
  await tx.query(
    `update obligation set due_on = $3, owner = $4, title_fr = $5, title_en = $6, remind_days = $7, told = null, told_on = null
      where workspace_id = $1 and id = $2`,
    [workspaceId, id, dueOn, owner, title.fr, title.en, remindDays],
  );
}

export async function endDuties(tx: Tx, workspaceId: string, ids: readonly string[], at: Instant): Promise<void> {
  await tx.query(`update obligation set gone_at = $3 where workspace_id = $1 and id = any($2::uuid[])`, [
    workspaceId,
    ids,
    new Date(at),
  ]);
}
