import type { InvoiceDays, InvoiceType } from './document.ts';

/** What moved in what is payable to a partner and stands on no document yet. Amounts are minor units of one currency, none below zero. */
export interface OpenAmount {
  /** Of a closed month its statement; of an invoice to be made out anew the credit note that took it back. */
  readonly key: string;
  readonly period: InvoiceDays;
  readonly earned: bigint;
  readonly takenBack: bigint;
  /** Amounts of one treatment for VAT go on one document; any text that tells treatments apart. */
  readonly treatment: string;
}

/** An invoice made out before, and what of its net amount no credit note has taken back. */
export interface EarlierInvoice {
  readonly id: string;
  readonly treatment: string;
  readonly left: bigint;
}

export interface DraftLine {
  readonly key: string;
  readonly kind: 'earned' | 'taken_back';
  readonly period: InvoiceDays;
  /** In the direction of its document: what a credit note credits stands above zero. */
  readonly net: bigint;
}

export interface DraftInvoice {
  readonly type: InvoiceType;
  readonly treatment: string;
  readonly lines: readonly DraftLine[];
  /** Of a credit note: from which invoices it takes how much. */
  readonly credits: readonly { readonly invoiceId: string; readonly net: bigint }[];
}

export interface Drafts {
  readonly documents: readonly DraftInvoice[];
  /** What stays open: it comes to nothing, or takes back more than was ever invoiced. */
  readonly waiting: readonly { readonly key: string; readonly why: 'comes_to_nothing' | 'nothing_to_credit' }[];
}

/**
 * The documents that put these amounts on paper: for each treatment an invoice when they come to more than nothing, what was taken back being
 * lines below zero, or a credit note on earlier invoices, newest first, when they come to less: of the same treatment where those suffice,
 * else of another one, since a credit note stands for VAT as what it credits did. Every amount goes on one document, or waits.
 * `earlier` is in the order it was made out.
 */
export function draftInvoices(open: readonly OpenAmount[], earlier: readonly EarlierInvoice[]): Drafts {
  const documents: DraftInvoice[] = [];
  const waiting: Drafts['waiting'][number][] = [];
  const left = new Map(earlier.map((invoice) => [invoice.id, invoice.left]));
  for (const [treatment, amounts] of Map.groupBy(open, (amount) => amount.treatment)) {
    const net = amounts.reduce((sum, { earned, takenBack }) => sum + earned - takenBack, 0n);
    if (net > 0n) {
      documents.push({ type: '389', treatment, lines: linesOf(amounts, 1n), credits: [] });
      continue;
    }
    const credited = net === 0n ? null : creditOn(earlier, left, treatment, -net);
    if (credited === null) {
      const why = net === 0n ? 'comes_to_nothing' : 'nothing_to_credit';
      waiting.push(...amounts.map(({ key }) => ({ key, why }) as const));
    } else
      documents.push({ type: '261', treatment: credited.treatment, lines: linesOf(amounts, -1n), credits: credited.credits });
  }
  return { documents, waiting };
}

function linesOf(amounts: readonly OpenAmount[], sign: 1n | -1n): DraftLine[] {
  return amounts.flatMap(({ key, period, earned, takenBack }) => {
    const both = [
      { key, kind: 'earned', period, net: sign * earned },
      { key, kind: 'taken_back', period, net: -sign * takenBack },
    ] as const;
    return both.filter(({ net }) => net !== 0n);
  });
}

/** Takes `net` from invoices of one treatment, and from `left`; null when those of no treatment have so much left. */
function creditOn(earlier: readonly EarlierInvoice[], left: Map<string, bigint>, treatment: string, net: bigint) {
  const newestFirst = earlier.toReversed();
  const treatments = new Set([treatment, ...newestFirst.map((invoice) => invoice.treatment)]);
  for (const candidate of treatments) {
    const invoices = newestFirst.filter((invoice) => invoice.treatment === candidate);
    if (invoices.reduce((sum, { id }) => sum + (left.get(id) ?? 0n), 0n) < net) continue;
    const credits: { invoiceId: string; net: bigint }[] = [];
    let rest = net;
    for (const { id } of invoices) {
      const has = left.get(id) ?? 0n;
      const taken = has < rest ? has : rest;
      if (taken <= 0n) continue;
      credits.push({ invoiceId: id, net: taken });
      left.set(id, has - taken);
      rest -= taken;
    }
    return { treatment: candidate, credits };
  }
  return null;
}
