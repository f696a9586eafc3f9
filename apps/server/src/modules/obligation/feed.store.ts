import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export interface FeedRecord {
  readonly id: string;
  readonly partnerId: string | null;
  readonly byPartner: boolean;
  readonly createdAt: Instant;
}

/** Calendar addresses that hold: a partner's those it made itself, the company's those of the company. */
export function selectFeeds(tx: Tx, workspaceId: string, own: string | null): Promise<FeedRecord[]> {
  return tx.query<FeedRecord>(
    `select id, partner_id as "partnerId", by_partner as "byPartner", created_at as "createdAt" from obligation_feed
      where workspace_id = $1 and revoked_at is null and (($2::uuid is null and not by_partner) or (by_partner and partner_id = $2))
      order by id desc limit 200`,
    [workspaceId, own],
  );
}

export interface NewFeed extends FeedRecord {
  readonly tokenHash: Buffer;
  readonly actor: unknown;
}

export async function insertFeed(tx: Tx, workspaceId: string, feed: NewFeed): Promise<void> {
  await tx.query(
    `insert into obligation_feed (workspace_id, id, partner_id, by_partner, token_hash, created_at, actor)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [workspaceId, feed.id, feed.partnerId, feed.byPartner, feed.tokenHash, new Date(feed.createdAt), JSON.stringify(feed.actor)],
  );
}

/** Withdraws an address of one's own side; false when there is none. */
export async function endFeed(tx: Tx, workspaceId: string, id: string, own: string | null, at: Instant): Promise<boolean> {
  const rows = await tx.query(
    `update obligation_feed set revoked_at = $4 where workspace_id = $1 and id = $2 and revoked_at is null
       and (($3::uuid is null and not by_partner) or (by_partner and partner_id = $3)) returning id`,
    [workspaceId, id, own, new Date(at)],
  );
  return rows.length > 0;
}

/** Withdraws all addresses a partner made for itself; how many there were. */
export async function endFeedsOf(tx: Tx, workspaceId: string, partnerId: string, at: Instant): Promise<number> {
  const rows = await tx.query(
    `update obligation_feed set revoked_at = $3 where workspace_id = $1 and partner_id = $2 and by_partner and revoked_at is null
     returning id`,
    [workspaceId, partnerId, new Date(at)],
  );
  return rows.length;
}

export interface FoundFeed {
  readonly workspaceId: string;
  readonly partnerId: string | null;
  readonly language: 'fr' | 'en';
}

/** The feed of a secret, in whatever workspace; null when it was withdrawn, or never was. */
export async function findFeed(tx: Tx, tokenHash: Buffer): Promise<FoundFeed | null> {
  const [row] = await tx.query<FoundFeed>(
    `select f.workspace_id as "workspaceId", f.partner_id as "partnerId", coalesce(p.language, w.language) as language
       from obligation_feed f join workspace w on w.id = f.workspace_id
       left join partner p on p.workspace_id = f.workspace_id and p.id = f.partner_id
      where f.token_hash = $1 and f.revoked_at is null and p.archived_at is null`,
    [tokenHash],
  );
  return row ?? null;
}
