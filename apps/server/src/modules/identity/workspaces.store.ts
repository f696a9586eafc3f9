import type { Language } from '@cordee/contract/language';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly country: string;
  readonly currency: string;
  readonly zone: string;
  readonly language: Language;
  readonly trackingHosts: readonly string[];
  readonly accentColour: string | null;
  readonly logo: { readonly hash: string; readonly width: number; readonly height: number } | null;
  readonly senderName: string | null;
  readonly replyTo: string | null;
  readonly clickRetentionDays: number | null;
  readonly embedOrigins: readonly string[];
  readonly createdAt: Instant;
}

const ZERO_HASH = Buffer.alloc(32);

/** The workspace with the heads of its record, its counting and its snapshots. */
export async function insertWorkspace(tx: Tx, workspace: Workspace, customerKey: Buffer): Promise<void> {
  const createdAt = new Date(workspace.createdAt);
  await tx.kysely
    .insertInto('workspace')
    .values({
      id: workspace.id,
      name: workspace.name,
      slug: workspace.slug,
      country: workspace.country,
      currency: workspace.currency,
      zone: workspace.zone,
      language: workspace.language,
      customer_key: customerKey,
      tracking_hosts: [...workspace.trackingHosts],
      embed_origins: [...workspace.embedOrigins],
      created_at: createdAt,
    })
    .execute();
  const head = { workspace_id: workspace.id };
  await tx.kysely
    .insertInto('fact_head')
    .values({ ...head, seq: 0n, hash: ZERO_HASH, recorded_at: createdAt, terms_version: 0n })
    .execute();
  await tx.kysely
    .insertInto('count_head')
    .values({ ...head, counted_seq: 0n, transaction_hash: ZERO_HASH })
    .execute();
  await tx.kysely
    .insertInto('snapshot_head')
    .values({ ...head, through_seq: 0n })
    .execute();
}

export async function getWorkspaceRow(tx: Tx, workspaceId: string): Promise<Workspace> {
  const [row] = await tx.query<Omit<Workspace, 'logo'> & { hash: string | null; width: number; height: number }>(
    `select w.id, w.name, w.slug, w.country, w.currency, w.zone, w.language, w.tracking_hosts as "trackingHosts",
       w.embed_origins as "embedOrigins",
       w.accent_colour as "accentColour", w.sender_name as "senderName", w.reply_to as "replyTo",
       w.click_retention_days as "clickRetentionDays", w.created_at as "createdAt", l.hash, l.width, l.height
     from workspace w left join workspace_logo l on l.workspace_id = w.id where w.id = $1`,
    [workspaceId],
  );
  if (row === undefined) throw new Error(`no workspace ${workspaceId}`);
  const { hash, width, height, ...workspace } = row;
  return { ...workspace, logo: hash === null ? null : { hash, width, height } };
}

export async function updateWorkspace(tx: Tx, workspace: Workspace): Promise<void> {
  await tx.kysely
    .updateTable('workspace')
    .set({
      name: workspace.name,
      language: workspace.language,
      tracking_hosts: [...workspace.trackingHosts],
      accent_colour: workspace.accentColour,
      sender_name: workspace.senderName,
      reply_to: workspace.replyTo,
      click_retention_days: workspace.clickRetentionDays,
      embed_origins: [...workspace.embedOrigins],
    })
    .where('id', '=', workspace.id)
    .execute();
}

/** Who may show the portal of a workspace in a frame, for the header of its page; null for an unknown one. Sees all workspaces: to be asked under `*`. */
export async function embedOriginsOfSlug(tx: Tx, slug: string): Promise<readonly string[] | null> {
  const row = await tx.kysely.selectFrom('workspace').select('embed_origins').where('slug', '=', slug).executeTakeFirst();
  return row?.embed_origins ?? null;
}

/** Of these slugs, those some workspace has already. Sees all workspaces: to be asked under `*`. */
export async function takenSlugs(tx: Tx, slugs: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.kysely
    .selectFrom('workspace')
    .select('slug')
    .where('slug', 'in', [...slugs])
    .execute();
  return new Set(rows.map(({ slug }) => slug));
}

/** Every workspace of the installation, for who works at its terminal. */
export async function selectWorkspaces(tx: Tx): Promise<{ id: string; slug: string }[]> {
  return tx.kysely.selectFrom('workspace').select(['id', 'slug']).orderBy('slug').execute();
}
