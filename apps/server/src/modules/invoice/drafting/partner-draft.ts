import type { DraftObstacle } from '@cordee/contract/invoice-answers';
import type { Invoicing } from '@cordee/contract/invoicing';
import { monthAfter } from '@cordee/core/closing';
import type { CompanyIdentity } from '@cordee/core/company';
import type { DraftInvoice, InvoiceVat } from '@cordee/core/invoice';
import type { MissingDatum } from '@cordee/core/tax';
import { type LocalDate, shiftDate } from '@cordee/core/time';
import type { DocumentBasis } from '../../tax/index.ts';
import type { MandateRecord } from '../mandates/mandate.store.ts';
import type { Place } from './place.store.ts';
import type { CreditableInvoice, OpenMonth } from './open-months.store.ts';

export interface Obstacle {
  readonly code: DraftObstacle;
  readonly missing: readonly MissingDatum[];
  /** What a rule of the table, or a check, says of it. */
  readonly because: { readonly fr: string; readonly en: string } | null;
}

/** A document that follows from the books for one partner and currency, or months that none follows from. */
export interface PartnerDraft {
  readonly partnerId: string;
  readonly partnerName: string;
  readonly currency: string;
  readonly months: readonly OpenMonth[];
  /** Earned less taken back. */
  readonly net: bigint;
  readonly draft: DraftInvoice | null;
  readonly vat: InvoiceVat | null;
  /** Who the partner is for the last of the months. */
  readonly basis: DocumentBasis | null;
  readonly mandate: MandateRecord | null;
  readonly credited: readonly CreditableInvoice[];
  readonly obstacles: readonly Obstacle[];
}

export interface Drafting {
  readonly drafts: readonly PartnerDraft[];
  /** Months whose statement is all that is needed. */
  readonly receipts: number;
  readonly invoicing: Invoicing;
  /** Who the company is today; null before it said so. */
  readonly company: CompanyIdentity | null;
  readonly place: Place;
  readonly today: LocalDate;
}

/** First and last day of months. */
export function daysOf({ fromMonth, toMonth }: Pick<OpenMonth, 'fromMonth' | 'toMonth'>) {
  return { from: `${fromMonth}-01`, to: shiftDate(`${monthAfter(toMonth, 'UTC')}-01`, -1) };
}
