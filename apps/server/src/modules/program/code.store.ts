import type { CodeOwner } from '@cordee/core/counting';
import type { Instant } from '@cordee/core/time';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';

/** A link or a coupon with whom it belongs to. */
interface Owned {
  readonly id: string;
  readonly enrollmentId: string;
  readonly programId: string;
  readonly partnerId: string;
  readonly code: string;
  readonly createdAt: Instant;
  readonly endedAt: Instant | null;
}

export interface LinkRecord extends Owned {
  readonly destinationUrl: string | null;
  readonly subId: string | null;
}

export type CouponRecord = Owned;

export interface CodeFilter {
  readonly id: string | null;
  readonly enrollmentId: string | null;
  readonly programId: string | null;
  readonly partnerId: string | null;
  readonly after: string | null;
  readonly limit: number;
}

export type CodeKind = 'code' | 'coupon';

export interface OwnerEntry extends CodeOwner {
  readonly kind: CodeKind;
  readonly code: string;
  readonly from: Instant;
  readonly recordedAt: Instant;
}

/** What counting takes for "nobody": no enrollment has it. */
const NOBODY = '';

/** Newest first. */
export async function selectLinks(tx: Tx, workspaceId: string, filter: CodeFilter): Promise<LinkRecord[]> {
  const { rows } = await sql<LinkRecord>`
    select ${ownedColumns('l')}, l.destination_url as "destinationUrl", l.sub_id as "subId"
    from link l join enrollment e on e.workspace_id = l.workspace_id and e.id = l.enrollment_id
    where l.workspace_id = ${workspaceId} ${filtered('l', filter)}
  `.execute(tx.kysely);
  return rows;
}

/** Newest first. */
export async function selectCoupons(tx: Tx, workspaceId: string, filter: CodeFilter): Promise<CouponRecord[]> {
  const { rows } = await sql<CouponRecord>`
    select ${ownedColumns('c')}
    from coupon c join enrollment e on e.workspace_id = c.workspace_id and e.id = c.enrollment_id
    where c.workspace_id = ${workspaceId} ${filtered('c', filter)}
  `.execute(tx.kysely);
  return rows;
}

export async function findLink(tx: Tx, workspaceId: string, id: string): Promise<LinkRecord | null> {
  const [link] = await selectLinks(tx, workspaceId, { ...anyCode, id, limit: 1 });
  return link ?? null;
}

export async function findCoupon(tx: Tx, workspaceId: string, id: string): Promise<CouponRecord | null> {
  const [coupon] = await selectCoupons(tx, workspaceId, { ...anyCode, id, limit: 1 });
  return coupon ?? null;
}

/** The link codes or coupons ever used that start like `stem`. */
export async function codesLike(tx: Tx, workspaceId: string, kind: CodeKind, stem: string): Promise<Set<string>> {
  const rows = await tx.kysely
    .selectFrom('code_owner')
    .select('code')
    .distinct()
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', kind)
    .where(sql<boolean>`starts_with(code, ${stem})`)
    .execute();
  return new Set(rows.map((row) => row.code));
}

export async function insertLink(tx: Tx, workspaceId: string, link: LinkRecord): Promise<void> {
  await tx.kysely
    .insertInto('link')
    .values({
      workspace_id: workspaceId,
      id: link.id,
      enrollment_id: link.enrollmentId,
      code: link.code,
      destination_url: link.destinationUrl,
      sub_id: link.subId,
      created_at: new Date(link.createdAt),
    })
    .execute();
}

export async function insertCoupon(tx: Tx, workspaceId: string, coupon: CouponRecord): Promise<void> {
  await tx.kysely
    .insertInto('coupon')
    .values({
      workspace_id: workspaceId,
      id: coupon.id,
      enrollment_id: coupon.enrollmentId,
      code: coupon.code,
      created_at: new Date(coupon.createdAt),
    })
    .execute();
}

export async function markEnded(tx: Tx, workspaceId: string, kind: CodeKind, id: string, at: Instant): Promise<void> {
  await tx.kysely
    .updateTable(kind === 'code' ? 'link' : 'coupon')
    .set({ ended_at: new Date(at) })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Adds to the history of a code who owns it from then on; null: nobody. */
export async function recordOwner(
  tx: Tx,
  workspaceId: string,
  code: { readonly kind: CodeKind; readonly code: string },
  owner: CodeOwner | null,
  from: Instant,
  recordedAt: Instant,
): Promise<void> {
  await sql`
    insert into code_owner (workspace_id, kind, code, number, from_at, recorded_at, enrollment_id, link_id)
    select ${workspaceId}, ${code.kind}, ${code.code}, coalesce(max(number), 0) + 1, ${new Date(from)}, ${new Date(recordedAt)},
      ${owner?.enrollmentId ?? null}, ${owner?.linkId ?? null}
    from code_owner where workspace_id = ${workspaceId} and kind = ${code.kind} and code = ${code.code}
  `.execute(tx.kysely);
}

/** Who owned every code and coupon, in the order it was recorded. */
export async function selectOwners(tx: Tx, workspaceId: string): Promise<OwnerEntry[]> {
  const rows = await tx.kysely
    .selectFrom('code_owner')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('recorded_at')
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    code: row.code,
    from: row.from_at,
    recordedAt: row.recorded_at,
    enrollmentId: row.enrollment_id ?? NOBODY,
    linkId: row.link_id,
  }));
}

const anyCode: CodeFilter = { id: null, enrollmentId: null, programId: null, partnerId: null, after: null, limit: 1 };

function ownedColumns(table: 'l' | 'c') {
  const t = sql.raw(table);
  return sql`${t}.id, ${t}.enrollment_id as "enrollmentId", e.program_id as "programId", e.partner_id as "partnerId", ${t}.code,
    ${t}.created_at as "createdAt", ${t}.ended_at as "endedAt"`;
}

function filtered(table: 'l' | 'c', filter: CodeFilter) {
  const t = sql.raw(table);
  return sql`
    ${filter.id === null ? sql`` : sql`and ${t}.id = ${filter.id}`}
    ${filter.enrollmentId === null ? sql`` : sql`and e.id = ${filter.enrollmentId}`}
    ${filter.programId === null ? sql`` : sql`and e.program_id = ${filter.programId}`}
    ${filter.partnerId === null ? sql`` : sql`and e.partner_id = ${filter.partnerId}`}
    ${filter.after === null ? sql`` : sql`and ${t}.id < ${filter.after}`}
    order by ${t}.id desc limit ${filter.limit}`;
}
