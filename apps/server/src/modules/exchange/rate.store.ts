import type { ReferenceRate } from '@cordee/core/exchange';
import type { Instant, LocalDate } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export interface RateFile {
  readonly id: string;
  readonly sha256: string;
  readonly readAt: Instant;
  readonly readBy: string;
  readonly firstDate: LocalDate;
  readonly lastDate: LocalDate;
}

/** What is known of the same days and currencies, with another rate; a few of them. */
export async function differingRates(
  tx: Tx,
  workspaceId: string,
  rates: readonly ReferenceRate[],
): Promise<{ date: LocalDate; currency: string; known: string; given: string }[]> {
  return tx.query(
    `select r.date::text as date, r.currency, r.rate as known, n.rate as given
       from unnest($2::text[], $3::date[], $4::text[]) as n (currency, date, rate)
       join exchange_rate r on r.workspace_id = $1 and r.source = 'ecb' and r.currency = n.currency and r.date = n.date
      where r.rate::numeric <> n.rate::numeric order by r.date desc, r.currency limit 10`,
    [workspaceId, ...columnsOf(rates)],
  );
}

/** Adds those that are not known yet; how many that were. */
export async function addRates(tx: Tx, workspaceId: string, file: RateFile, rates: readonly ReferenceRate[]): Promise<number> {
  const rows = await tx.query<{ added: number }>(
    `with added as (
       insert into exchange_rate (workspace_id, source, currency, date, rate, file_id)
       select $1, 'ecb', n.currency, n.date, n.rate, $5 from unnest($2::text[], $3::date[], $4::text[]) as n (currency, date, rate)
       on conflict do nothing returning 1)
     insert into exchange_rate_file (workspace_id, id, source, sha256, read_at, read_by, added, first_date, last_date)
     select $1, $5, 'ecb', $6, $7, $8, (select count(*) from added), $9, $10 returning added`,
    [workspaceId, ...columnsOf(rates), file.id, file.sha256, new Date(file.readAt), file.readBy, file.firstDate, file.lastDate],
  );
  return rows[0]?.added ?? 0;
}

function columnsOf(rates: readonly ReferenceRate[]) {
  return [rates.map(({ currency }) => currency), rates.map(({ date }) => date), rates.map(({ rate }) => rate)];
}

/** The newest day up to `day` on which rates were published, and the rates of it. */
export async function newestRates(
  tx: Tx,
  workspaceId: string,
  day: LocalDate,
  currency?: string,
): Promise<{ readonly date: LocalDate | null; readonly rates: readonly ReferenceRate[] }> {
  const rates = await tx.query<ReferenceRate & Record<string, unknown>>(
    `select currency, date::text as date, rate from exchange_rate
      where workspace_id = $1 and source = 'ecb' and ($3::text is null or currency = $3)
        and date = (select max(date) from exchange_rate where workspace_id = $1 and source = 'ecb' and date <= $2)
      order by currency`,
    [workspaceId, day, currency ?? null],
  );
  return { date: rates[0]?.date ?? null, rates };
}

/** All rates known of these currencies for days in [from, to], the oldest first. */
export function ratesBetween(
  tx: Tx,
  workspaceId: string,
  currencies: readonly string[],
  from: LocalDate,
  to: LocalDate,
): Promise<(ReferenceRate & Record<string, unknown>)[]> {
  return tx.query<ReferenceRate & Record<string, unknown>>(
    `select currency, date::text as date, rate from exchange_rate
      where workspace_id = $1 and source = 'ecb' and currency = any($2::text[]) and date between $3 and $4 order by date, currency`,
    [workspaceId, currencies, from, to],
  );
}
