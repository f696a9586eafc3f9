import { das2Threshold } from '@cordee/core/declaration';
import { encodeId } from '@cordee/core/ids';
import { localDateOf } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { narrowedPartner } from '../../../platform/own-partner.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { companyNameOn } from '../../company/index.ts';
import { zoneOf } from '../../fact/index.ts';
import { findPartner } from '../../partner/index.ts';
import { mustSeeOwnYear } from '../accounting.policy.ts';
import { paidInYear, yearBounds } from '../years/paid-in-euro.ts';
import { type EarnedIn, earnedByMonth } from '../years/year.store.ts';

export interface YearSummary {
  readonly partnerId: string;
  readonly partnerName: string;
  readonly workspaceName: string;
  readonly year: number;
  readonly isOver: boolean;
  readonly zone: string;
  readonly years: readonly number[];
  readonly months: readonly EarnedIn[];
  readonly totals: readonly Omit<EarnedIn, 'month'>[];
  /** null while a rate is not known. */
  readonly paidInEuro: bigint | null;
  readonly threshold: bigint;
}

/** What a partner earned and was paid in a year, by month and currency. Refuses `not_found`, and `invalid_request` without a partner. */
export function getYearSummary(context: Context, year: number, asked: string | undefined): Promise<YearSummary> {
  mustSeeOwnYear(context.actor);
  const { workspaceId } = context;
  const partnerId = narrowedPartner(context.actor, asked);
  if (partnerId === null) throw new Refusal('invalid_request', [whoIsMissing]);
  return read(context, async (tx) => {
    const partner = await findPartner(tx, workspaceId, partnerId);
    if (partner === null) throw new Refusal('not_found');
    const zone = await zoneOf(tx, workspaceId);
    const today = localDateOf(context.now(), zone);
    const lastDay = `${year}-12-31`;
    const all = await earnedByMonth(tx, workspaceId, partnerId, zone);
    const months = all.filter(({ month }) => month.startsWith(`${year}-`));
    const paid = await paidInYear(tx, workspaceId, { year, zone, partnerId });
    return {
      partnerId: encodeId('prt', partnerId),
      partnerName: partner.name,
      workspaceName: await companyNameOn(tx, workspaceId, today < lastDay ? today : lastDay),
      year,
      isOver: context.now() >= yearBounds(year, zone).to,
      zone,
      years: [...new Set(all.map(({ month }) => Number(month.slice(0, 4))))].sort((left, right) => right - left),
      months,
      totals: totalsOf(months),
      paidInEuro: 'fault' in paid ? null : (paid.paid[0]?.euro ?? 0n),
      threshold: das2Threshold(year).amount,
    };
  });
}

function totalsOf(months: readonly EarnedIn[]): Omit<EarnedIn, 'month'>[] {
  const totals = new Map<string, Omit<EarnedIn, 'month'>>();
  for (const { currency, earned, invoiced, paid } of months) {
    const sum = totals.get(currency) ?? { currency, earned: 0n, invoiced: 0n, paid: 0n };
    totals.set(currency, { currency, earned: sum.earned + earned, invoiced: sum.invoiced + invoiced, paid: sum.paid + paid });
  }
  return [...totals.values()];
}

const whoIsMissing = {
  path: 'partnerId',
  rule: 'required',
  message: { en: 'Say whose year it is.', fr: 'Dites de qui est l’année.' },
};
