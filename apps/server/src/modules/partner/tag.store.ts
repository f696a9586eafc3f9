import type { Tx } from '../../platform/db/index.ts';

/** Gives the tags to those partners that lack them; which partners changed. */
export async function addTags(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
  tags: readonly string[],
): Promise<ReadonlySet<string>> {
  if (tags.length === 0) return new Set();
  const rows = await tx.query<{ partner_id: string }>(
    `insert into partner_tag (workspace_id, partner_id, tag)
     select $1, p.id, t.tag from partner p cross join unnest($3::text[]) as t (tag)
      where p.workspace_id = $1 and p.id = any($2::uuid[]) order by p.id, t.tag
     on conflict do nothing returning partner_id`,
    [workspaceId, partnerIds, tags],
  );
  return new Set(rows.map((row) => row.partner_id));
}

/** Takes the tags from those partners that have them; which partners changed. */
export async function removeTags(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
  tags: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ partner_id: string }>(
    `delete from partner_tag where workspace_id = $1 and partner_id = any($2::uuid[]) and tag = any($3::text[]) returning partner_id`,
    [workspaceId, partnerIds, tags],
  );
  return new Set(rows.map((row) => row.partner_id));
}

export async function replaceTags(tx: Tx, workspaceId: string, partnerId: string, tags: readonly string[]): Promise<void> {
  await tx.query(`delete from partner_tag where workspace_id = $1 and partner_id = $2 and tag <> all($3::text[])`, [
    workspaceId,
    partnerId,
    tags,
  ]);
  await addTags(tx, workspaceId, [partnerId], tags);
}

/** Tags in use by partners that are not archived, the most used first. */
export async function tagCounts(tx: Tx, workspaceId: string): Promise<{ tag: string; partners: number }[]> {
  const rows = await tx.query<{ tag: string; partners: bigint }>(
    `select t.tag, count(*) as partners
       from partner_tag t join partner p on p.workspace_id = t.workspace_id and p.id = t.partner_id and p.archived_at is null
      where t.workspace_id = $1 group by t.tag order by partners desc, t.tag limit 500`,
    [workspaceId],
  );
  return rows.map(({ tag, partners }) => ({ tag, partners: Number(partners) }));
}
