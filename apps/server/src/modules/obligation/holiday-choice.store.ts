import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

/** Whose holidays count, and of which region of each country. */
export interface HolidayChoice {
  readonly holds: 'company' | 'partner' | 'both';
  readonly companyRegion: string | null;
  readonly partnerRegion: string | null;
}

const columns = `holds, company_region as "companyRegion", partner_region as "partnerRegion"`;

/** What was chosen for a partner, or with null for all that have none of their own. */
export async function findChoice(tx: Tx, workspaceId: string, partnerId: string | null): Promise<HolidayChoice | null> {
  const [row] = await tx.query<HolidayChoice>(
    `select ${columns} from holiday_choice where workspace_id = $1 and partner_id is not distinct from $2`,
    [workspaceId, partnerId],
  );
  return row ?? null;
}

export async function saveChoice(
  tx: Tx,
  workspaceId: string,
  partnerId: string | null,
  { holds, companyRegion, partnerRegion }: HolidayChoice,
  at: Instant,
): Promise<void> {
  await tx.query(
    `insert into holiday_choice (workspace_id, partner_id, holds, company_region, partner_region, set_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (workspace_id, partner_id) do update set holds = excluded.holds, company_region = excluded.company_region,
       partner_region = excluded.partner_region, set_at = excluded.set_at`,
    [workspaceId, partnerId, holds, companyRegion, partnerRegion, new Date(at)],
  );
}

export async function deleteChoice(tx: Tx, workspaceId: string, partnerId: string): Promise<void> {
  await tx.query(`delete from holiday_choice where workspace_id = $1 and partner_id = $2`, [workspaceId, partnerId]);
}

/** Where the company is, and the partner if one is given and has a country. */
export async function selectCountries(
  tx: Tx,
  workspaceId: string,
  partnerId: string | null,
): Promise<{ readonly company: string; readonly partner: string | null }> {
  const [row] = await tx.query<{ company: string; partner: string | null }>(
    `select w.country as company, (select p.country from partner p where p.workspace_id = w.id and p.id = $2) as partner
       from workspace w where w.id = $1`,
    [workspaceId, partnerId],
  );
  if (row === undefined) throw new Error(`workspace ${workspaceId} is not there`);
  return row;
}
