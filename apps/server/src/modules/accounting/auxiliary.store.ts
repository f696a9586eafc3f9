import type { Auxiliary } from '@cordee/core/accounting';
import type { Tx } from '../../platform/db/index.ts';

/** Gives every partner without an account one: `P` and the next numbers, in the order they came. */
export async function giveAuxiliaries(tx: Tx, workspaceId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`auxiliaries ${workspaceId}`]);
  await tx.query(
    `with last as (
       select coalesce(max(substring(number from 2)::bigint), 0) as number from accounting_auxiliary
        where workspace_id = $1 and number ~ '^P[0-9]{1,9}$')
     insert into accounting_auxiliary (workspace_id, partner_id, number)
     select $1, p.id, 'P' || case when n < 100000 then lpad(n::text, 5, '0') else n::text end
       from (select id, (select number from last) + row_number() over (order by created_at, id) as n from partner p
              where p.workspace_id = $1
                and not exists (select 1 from accounting_auxiliary a where a.workspace_id = $1 and a.partner_id = p.id)) p
     on conflict do nothing`,
    [workspaceId],
  );
}

/** The accounts of all partners that have one. */
export async function allAuxiliaries(tx: Tx, workspaceId: string): Promise<Map<string, Auxiliary>> {
  const rows = await tx.query<{ id: string; number: string; name: string }>(
    `select p.id, a.number, p.name from accounting_auxiliary a join partner p on p.workspace_id = $1 and p.id = a.partner_id
      where a.workspace_id = $1`,
    [workspaceId],
  );
  return new Map(rows.map(({ id, number, name }) => [id, { number, name }]));
}

export interface ListedAuxiliary {
  readonly id: string;
  readonly name: string;
  readonly nameKey: string;
  readonly number: string | null;
}

/** Partners by name, with their accounts. */
export function selectAuxiliaries(
  tx: Tx,
  workspaceId: string,
  filter: {
    readonly id?: string;
    readonly search?: string | undefined;
    readonly after?: readonly string[] | null;
    readonly limit: number;
  },
): Promise<(ListedAuxiliary & Record<string, unknown>)[]> {
  const [nameKey = null, id = null] = filter.after ?? [];
  return tx.query<ListedAuxiliary & Record<string, unknown>>(
    `select p.id, p.name, p.name_key as "nameKey", a.number from partner p
       left join accounting_auxiliary a on a.workspace_id = $1 and a.partner_id = p.id
      where p.workspace_id = $1 and ($2::uuid is null or p.id = $2)
        and ($3::text is null or (p.name_key, p.id) > ($3, $4::uuid))
        and ($5::text is null or position(lower($5) in lower(p.name)) > 0 or a.number = upper($5))
      order by p.name_key, p.id limit $6`,
    [workspaceId, filter.id ?? null, nameKey, id, filter.search ?? null, filter.limit],
  );
}

/** Sets the account of a partner; false when another one has that number. */
export async function saveAuxiliary(tx: Tx, workspaceId: string, partnerId: string, number: string): Promise<boolean> {
  const taken = await tx.query<{ partner_id: string }>(
    'select partner_id from accounting_auxiliary where workspace_id = $1 and number = $2 and partner_id <> $3',
    [workspaceId, number, partnerId],
  );
  if (taken.length > 0) return false;
  await tx.query(
    `insert into accounting_auxiliary (workspace_id, partner_id, number) values ($1, $2, $3)
     on conflict (workspace_id, partner_id) do update set number = excluded.number`,
    [workspaceId, partnerId, number],
  );
  return true;
}
