import type { PartnerFacts } from '@cordee/core/counting';
import type { PartnerKind } from '@cordee/core/plan';
import type { Language } from '@cordee/contract/language';
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

export interface PartnerFilter {
  readonly id: string | null;
  readonly search: string | null;
  readonly kind: PartnerKind | null;
  readonly country: string | null;
  readonly archived: 'exclude' | 'include' | 'only';
  /** Name and id of the last partner seen. */
  readonly after: readonly string[] | null;
  readonly limit: number;
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
  const row = await tx.kysely
    .selectFrom('partner')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : fromRow(row);
}

export async function findByExternalId(tx: Tx, workspaceId: string, externalId: string): Promise<PartnerRecord | null> {
  const row = await tx.kysely
    .selectFrom('partner')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('external_id', '=', externalId)
    .executeTakeFirst();
  return row === undefined ? null : fromRow(row);
}

/** Those of `ids` that are partners of the workspace. */
export async function partnersById(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<PartnerRecord[]> {
  if (ids.length === 0) return [];
  const rows = await tx.kysely
    .selectFrom('partner')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return rows.map(fromRow);
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

export async function selectPartners(tx: Tx, workspaceId: string, filter: PartnerFilter): Promise<PartnerRecord[]> {
  let query = tx.kysely.selectFrom('partner').selectAll().where('workspace_id', '=', workspaceId);
  if (filter.id !== null) query = query.where('id', '=', filter.id);
  if (filter.kind !== null) query = query.where('kind', '=', filter.kind);
  if (filter.country !== null) query = query.where('country', '=', filter.country);
  if (filter.archived !== 'include') query = query.where('archived_at', filter.archived === 'only' ? 'is not' : 'is', null);
  if (filter.search !== null) {
    const pattern = `%${filter.search.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
    query = query.where((where) =>
      where.or([where('name', 'ilike', pattern), where('email', 'ilike', pattern), where('external_id', 'ilike', pattern)]),
    );
  }
  if (filter.after !== null) {
    const [name, id] = filter.after;
    query = query.where(sql<boolean>`(lower(name), id) > (lower(${name}), ${id}::uuid)`);
  }
  const rows = await query
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .limit(filter.limit)
    .execute();
  return rows.map(fromRow);
}

export async function insertPartner(tx: Tx, workspaceId: string, partner: PartnerRecord): Promise<void> {
  await tx.kysely
    .insertInto('partner')
    .values({
      ...columnsOf(partner),
      workspace_id: workspaceId,
      id: partner.id,
      created_at: new Date(partner.createdAt),
    })
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

function fromRow(row: Selectable<Tables['partner']>): PartnerRecord {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind as PartnerKind,
    country: row.country,
    email: row.email,
    language: row.language as Language,
    externalId: row.external_id,
    attributes: row.attributes as Attributes,
    createdAt: row.created_at,
    archivedAt: row.archived_at,
  };
}
