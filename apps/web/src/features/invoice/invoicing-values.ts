import { parseAmount } from '@cordee/core/money';
import type { Invoicing } from './invoice.queries.ts';

/** How the company invoices, as the fields of a form hold it. */
export function valuesOf({ mandate, notes, ...plain }: Invoicing) {
  return {
    selfBilling: plain.selfBilling,
    numberPrefix: plain.numberPrefix,
    dueDays: plain.dueDays as number | string,
    vatDue: plain.vatDue,
    selfAssessedRate: (plain.selfAssessedRate / 100) as number | string,
    paymentWaits: plain.paymentWaits,
    contestDays: mandate.contestDays as number | string,
    textFr: mandate.text.fr,
    textEn: mandate.text.en,
    notes: notes.map(({ code, text, validFrom, validTo, source }) => ({
      ...newSentence(),
      code,
      ...text,
      validFrom,
      validTo: validTo ?? '',
      source,
    })),
  };
}

/** A sentence of which nothing is said yet; `key` tells it from the others of a form. */
export function newSentence() {
  return { key: crypto.randomUUID() as string, code: 'AAI', fr: '', en: '', validFrom: '', validTo: '', source: '' };
}

export type InvoicingValues = ReturnType<typeof valuesOf>;

/** What the fields say, as the server takes it. */
export function toInvoicing(values: InvoicingValues) {
  return {
    selfBilling: values.selfBilling,
    mandate: { text: { fr: values.textFr, en: values.textEn }, contestDays: Number(values.contestDays) },
    numberPrefix: values.numberPrefix,
    dueDays: Number(values.dueDays),
    vatDue: values.vatDue,
    // A percentage of two decimals is written as an amount of euros is.
    selfAssessedRate: Number(parseAmount(String(values.selfAssessedRate), 'EUR', 'dot') ?? Number.NaN),
    paymentWaits: values.paymentWaits,
    notes: values.notes.map(({ code, fr, en, validFrom, validTo, source }) => ({
      code,
      text: { fr, en },
      validFrom,
      validTo: validTo === '' ? null : validTo,
      source,
    })),
  };
}

/** The field of the form that a fault of the server belongs to. */
export function fieldOf(path: string): string {
  if (path === 'mandate.text.fr') return 'textFr';
  if (path === 'mandate.text.en') return 'textEn';
  return path.replace(/^mandate\./, '').replace(/^notes\[(\d+)\]\.(?:text\.)?/, 'notes.$1.');
}
