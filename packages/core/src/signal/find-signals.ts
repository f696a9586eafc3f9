import { signalDays, thresholds, type Signal, type SignalEvidence } from './signal.ts';
import { wilsonPerMille } from './interval.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const usualDays = 30;

/** The signals that the evidence gives, in a fixed order; none when nothing is unusual. Pure: the same evidence, the same signals. */
export function findSignals(evidence: SignalEvidence): Signal[] {
  return [
    ...selfReferral(evidence),
    ...refundRate(evidence),
    ...bursts(evidence),
    ...unusualAmount(evidence),
    ...sharedCustomer(evidence),
    ...firstSale(evidence),
  ];
}

function selfReferral({ isOwnEmail, browser }: SignalEvidence): Signal[] {
  if (isOwnEmail) return [{ code: 'self_referral', how: 'email', conversions: 1 }];
  if (browser.ofPartner > 0) return [{ code: 'self_referral', how: 'browser_of_partner', conversions: browser.ofPartner }];
  if (browser.otherCustomers + 1 < thresholds.customersOfBrowser) return [];
  return [{ code: 'self_referral', how: 'browser_of_many', conversions: browser.otherCustomers }];
}

function refundRate({ at, earlier, program }: SignalEvidence): Signal[] {
  const recent = earlier.filter((conversion) => conversion.at >= at - signalDays * DAY);
  const refunded = recent.filter(({ isRefunded }) => isRefunded).length;
  if (refunded < thresholds.refunds || program.conversions === 0) return [];
  const { from, to } = wilsonPerMille(refunded, recent.length);
  if (from * program.conversions <= program.refunded * 1000) return [];
  return [
    {
      code: 'refund_rate',
      refunded,
      conversions: recent.length,
      fromPerMille: from,
      toPerMille: to,
      programRefunded: program.refunded,
      programConversions: program.conversions,
    },
  ];
}

function bursts({ at, earlier, hasMore, clicks }: SignalEvidence): Signal[] {
  const signals: Signal[] = [];
  const { inHour, before, hoursBefore } = clicks;
  if (isBurst(inHour, before, hoursBefore, thresholds.clicksInHour))
    signals.push({ code: 'burst', what: 'clicks', inHour, before, hoursBefore });
  // This conversion is one of its hour.
  const now = 1 + earlier.filter((conversion) => conversion.at > at - HOUR && conversion.at <= at).length;
  const start = at - HOUR - usualDays * DAY;
  const usual = earlier.filter((conversion) => conversion.at > start && conversion.at <= at - HOUR);
  const oldest = earlier.at(-1)?.at ?? start;
  // Further back than was looked there is more: what is usual is what was seen.
  const hours = hasMore && oldest > start ? Math.max(1, Math.floor((at - HOUR - oldest) / HOUR)) : usualDays * 24;
  if (isBurst(now, usual.length, hours, thresholds.conversionsInHour))
    signals.push({ code: 'burst', what: 'conversions', inHour: now, before: usual.length, hoursBefore: hours });
  return signals;
}

function isBurst(inHour: number, before: number, hoursBefore: number, least: number): boolean {
  return inHour >= least && inHour * hoursBefore >= thresholds.burst * before;
}

function firstSale({ at, earlier, hasMore, since }: SignalEvidence): Signal[] {
  const isFirst = earlier.length === 0 && !hasMore;
  return isFirst && since >= at - signalDays * DAY ? [{ code: 'first_sale', since }] : [];
}

function unusualAmount({ amount, currency, earlier }: SignalEvidence): Signal[] {
  const amounts = earlier.filter((conversion) => conversion.currency === currency).map((conversion) => conversion.amount);
  if (amounts.length < thresholds.amounts) return [];
  amounts.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const median = amounts[Math.floor((amounts.length - 1) / 2)] ?? 0n;
  if (amount < median * BigInt(thresholds.amount)) return [];
  return [{ code: 'unusual_amount', amount, currency, median, conversions: amounts.length }];
}

function sharedCustomer({ customer }: SignalEvidence): Signal[] {
  const { otherPartnerIds: partnerIds, conversions } = customer;
  return partnerIds.length === 0 ? [] : [{ code: 'shared_customer', partnerIds, conversions }];
}
