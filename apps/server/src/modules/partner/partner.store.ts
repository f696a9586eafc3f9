import type { PartnerFacts } from '@cordee/core/counting';
import type { PartnerKind } from '@cordee/core/plan';
import type { Language } from '@cordee/contract/language';
import type { Stage } from '@cordee/contract/partner';
import type { Instant } from '@cordee/core/time';
import { sql, type Selectable } from 'kysely';
import type { Tables, Tx } from '../../platform/db/index.ts';

export type Attributes = PartnerFacts['attributes'];

export interface PartnerRecord {
  readonly id: string;
  readonly name: string;
  readonly kind: PartnerKind;
  readonly country: string | null;
  readonly email: string | null;
  readonly language: Language;
  readonly externalId: string | null;
  readonly attributes: Attributes;
  readonly stage: Stage;
  readonly stageSince: Instant;
  /** In alphabetical order. */
  readonly tags: readonly string[];
  readonly createdAt: Instant;
  readonly archivedAt: Instant | null;
}

export interface CertificateRecord {
  readonly id: string;
  readonly partnerId: string;
  readonly code: string;
  readonly from: Instant;
  readonly to: Instant | null;
  readonly recordedAt: Instant;
}

/** The settings of the workspace that partners need. */
export async function readWorkspace(tx: Tx, workspaceId: string): Promise<{ language: Language; customerKey: Buffer }> {
  const row = await tx.kysely
    .selectFrom('workspace')
    .select(['language', 'customer_key'])
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  return { language: row.language, customerKey: row.customer_key };
}

export async function findPartner(tx: Tx, workspaceId: string, id: string): Promise<PartnerRecord | null> {
  const [row] = await tx.query<PartnerRow>(`select ${partnerColumns} from partner p where p.workspace_id = $1 and p.id = $2`, [
    workspaceId,
    id,
  ]);
  return row === undefined ? null : partnerFrom(row);
}

export async function findByExternalId(tx: Tx, workspaceId: string, externalId: string): Promise<PartnerRecord | null> {
  const [row] = await tx.query<PartnerRow>(
    `select ${partnerColumns} from partner p where p.workspace_id = $1 and p.external_id = $2`,
    [workspaceId, externalId],
  );
  return row === undefined ? null : partnerFrom(row);
}

/** Those of `ids` that are partners of the workspace. */
export async function partnersById(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<PartnerRecord[]> {
  if (ids.length === 0) return [];
  const rows = await tx.query<PartnerRow>(
    `select ${partnerColumns} from partner p where p.workspace_id = $1 and p.id = any($2::uuid[])`,
    [workspaceId, [...ids]],
  );
  return rows.map(partnerFrom);
}

/** The names of those of `ids` that are partners of the workspace, by id. */
export async function partnerNames(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.kysely
    .selectFrom('partner')
    .select(['id', 'name'])
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

export async function insertPartner(tx: Tx, workspaceId: string, partner: PartnerRecord): Promise<void> {
  await tx.kysely
    .insertInto('partner')
    .values({
      ...columnsOf(partner),
      workspace_id: workspaceId,
      id: partner.id,
      stage: partner.stage,
      stage_since: new Date(partner.stageSince),
      created_at: new Date(partner.createdAt),
    })
    .execute();
  // Every partner has its figures, so that a list sorted by them misses none.
  await tx.kysely
    .insertInto('partner_figures')
    .values({ workspace_id: workspaceId, partner_id: partner.id, earned: 0n, last_at: new Date(0) })
    .execute();
}

export async function updatePartner(tx: Tx, workspaceId: string, partner: PartnerRecord): Promise<void> {
  await tx.kysely
    .updateTable('partner')
    .set(columnsOf(partner))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', partner.id)
    .execute();
}

/** The last facts recorded, and their number. */
export async function lastFacts(
  tx: Tx,
  workspaceId: string,
  partnerId: string,
): Promise<{ number: number; facts: PartnerFacts }> {
  const row = await tx.kysely
    .selectFrom('partner_history')
    .select(['number', 'facts'])
    .where('workspace_id', '=', workspaceId)
    .where('partner_id', '=', partnerId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return { number: row.number, facts: row.facts as PartnerFacts };
}

export interface HistoryRecord {
  readonly partnerId: string;
  readonly number: number;
  readonly from: Instant;
  readonly recordedAt: Instant;
  readonly facts: PartnerFacts;
}

export async function insertFacts(tx: Tx, workspaceId: string, entry: HistoryRecord): Promise<void> {
  await tx.kysely
    .insertInto('partner_history')
    .values({
      workspace_id: workspaceId,
      partner_id: entry.partnerId,
      number: entry.number,
      from_at: new Date(entry.from),
      recorded_at: new Date(entry.recordedAt),
      facts: JSON.stringify(entry.facts),
    })
    .execute();
}

/** The history of all partners, in the order it was learned. */
export async function selectHistory(tx: Tx, workspaceId: string): Promise<HistoryRecord[]> {
  const rows = await tx.kysely
    .selectFrom('partner_history')
    .select(['partner_id', 'number', 'from_at', 'recorded_at', 'facts'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('recorded_at')
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    partnerId: row.partner_id,
    number: row.number,
    from: row.from_at,
    recordedAt: row.recorded_at,
    facts: row.facts as PartnerFacts,
  }));
}

export async function insertCertificate(tx: Tx, workspaceId: string, certificate: CertificateRecord): Promise<void> {
  await tx.kysely
    .insertInto('certificate')
    .values({
      workspace_id: workspaceId,
      id: certificate.id,
      partner_id: certificate.partnerId,
      code: certificate.code,
      from_at: new Date(certificate.from),
      to_at: certificate.to === null ? null : new Date(certificate.to),
      recorded_at: new Date(certificate.recordedAt),
    })
    .execute();
}

/** Certificates of one partner, or of all, in the order they were recorded. */
export async function selectCertificates(tx: Tx, workspaceId: string, partnerId: string | null): Promise<CertificateRecord[]> {
  let query = tx.kysely.selectFrom('certificate').selectAll().where('workspace_id', '=', workspaceId);
  if (partnerId !== null) query = query.where('partner_id', '=', partnerId);
  const rows = await query.orderBy('recorded_at').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    partnerId: row.partner_id,
    code: row.code,
    from: row.from_at,
    to: row.to_at,
    recordedAt: row.recorded_at,
  }));
}

function columnsOf(partner: PartnerRecord) {
  return {
    name: partner.name,
    kind: partner.kind,
    country: partner.country,
    email: partner.email,
    language: partner.language,
    external_id: partner.externalId,
    attributes: JSON.stringify(partner.attributes),
    archived_at: partner.archivedAt === null ? null : new Date(partner.archivedAt),
  };
}

export const partnerColumns = `p.id, p.name, p.kind, p.country, p.email, p.language, p.external_id, p.attributes, p.stage, p.stage_since,
  p.created_at, p.archived_at,
  array(select t.tag from partner_tag t where t.workspace_id = p.workspace_id and t.partner_id = p.id order by t.tag) as tags`;

export type PartnerRow = Selectable<Tables['partner']> & { readonly tags: string[] };

export function partnerFrom(row: PartnerRow): PartnerRecord {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind as PartnerKind,
    country: row.country,
    email: row.email,
    language: row.language as Language,
    externalId: row.external_id,
    attributes: row.attributes as Attributes,
    stage: row.stage,
    stageSince: row.stage_since,
    tags: row.tags,
    createdAt: row.created_at,
    archivedAt: row.archived_at,
  };
}
