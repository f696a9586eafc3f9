import { parseAmount } from '@cordee/core/money';
import type { Invoicing } from './invoice.queries.ts';

/** How the company invoices, as the fields of a form hold it. */
export function valuesOf({ company, mandate, notes, ...plain }: Invoicing) {
  return {
    legalName: company?.legalName ?? '',
    legalForm: company?.legalForm ?? '',
    siren: company?.siren ?? '',
    street: company?.address.street ?? '',
    postCode: company?.address.postCode ?? '',
    town: company?.address.town ?? '',
    electronicAddress: company?.electronicAddress?.id ?? '',
    selfBilling: plain.selfBilling,
    numberPrefix: plain.numberPrefix,
    dueDays: plain.dueDays as number | string,
    vatDue: plain.vatDue,
    selfAssessedRate: (plain.selfAssessedRate / 100) as number | string,
    paymentWaits: plain.paymentWaits,
    contestDays: mandate.contestDays as number | string,
    textFr: mandate.text.fr,
    textEn: mandate.text.en,
    notes: JSON.stringify(notes, null, 2),
  };
}

export type InvoicingValues = ReturnType<typeof valuesOf>;

/** What the fields say, as the server takes it; what is no JSON is left for its checks to refuse. */
export function toInvoicing(values: InvoicingValues) {
  const given = (text: string) => (text.trim() === '' ? undefined : text.trim());
  const { legalName, legalForm, siren, street, postCode, town, electronicAddress } = values;
  const isEmpty = [legalName, legalForm, siren, street, postCode, town].every((text) => given(text) === undefined);
  const address = { street: given(street), postCode: given(postCode), town: town.trim() };
  const reached = given(electronicAddress);
  const company = {
    legalName,
    legalForm: given(legalForm) ?? null,
    siren: given(siren)?.replaceAll(/\s/gu, '') ?? null,
    address,
    electronicAddress: reached === undefined ? null : { scheme: '0225', id: reached },
  };
  return {
    company: isEmpty ? null : company,
    selfBilling: values.selfBilling,
    mandate: { text: { fr: values.textFr, en: values.textEn }, contestDays: Number(values.contestDays) },
    numberPrefix: values.numberPrefix,
    dueDays: Number(values.dueDays),
    vatDue: values.vatDue,
    // A percentage of two decimals is written as an amount of euros is.
    selfAssessedRate: Number(parseAmount(String(values.selfAssessedRate), 'EUR', 'dot') ?? Number.NaN),
    paymentWaits: values.paymentWaits,
    notes: parsed(values.notes) as never,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The field of the form that a fault of the server belongs to. */
export function fieldOf(path: string): string {
  if (path.startsWith('notes')) return 'notes';
  if (path === 'mandate.text.fr') return 'textFr';
  if (path === 'mandate.text.en') return 'textEn';
  return path
    .replace(/^(company\.address|company\.electronicAddress|company|mandate)\./, '')
    .replace(/^(id|scheme)$/, 'electronicAddress');
}
