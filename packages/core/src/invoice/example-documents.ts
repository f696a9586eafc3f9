import type { InvoiceDocument, InvoiceLine, InvoiceNote, InvoiceParty } from './document.ts';
import type { InvoiceRules } from './invoice-rules.ts';

const always = { validFrom: '2000-01-01', validTo: null, source: 'a test' } as const;
export const rules: InvoiceRules = {
  domestic: ['FR', 'RE'],
  currency: 'EUR',
  rates: [
    { ...always, rate: 2000 },
    { ...always, rate: 1960, validTo: '2013-12-31' },
  ],
  notes: [
    { ...always, code: 'PMT', values: null },
    { ...always, code: 'BAR', values: ['B2B'] },
  ],
  mentions: [{ ...always, code: 'self_billing', texts: ['Autofacturation', 'Self-billing'], when: { types: ['389', '261'] } }],
  addresses: { ...always, scheme: '0225' },
};

function french(name: string, siren: string, key: string): InvoiceParty {
  return {
    name,
    legalForm: 'SARL au capital de 10 000 €',
    siren,
    vatNumber: `FR${key}${siren}`,
    localTaxId: null,
    address: { street: '10 rue de la Part-Dieu', postCode: '69003', town: 'Lyon', country: 'FR' },
    electronicAddress: { scheme: '0225', id: siren },
  };
}

export const reg: InvoiceNote = { code: 'REG', text: 'Autofacturation' };
export const bar: InvoiceNote = { code: 'BAR', text: 'B2B' };
export const pmt: InvoiceNote = { code: 'PMT', text: 'Indemnité forfaitaire de recouvrement : 40 €.' };
export const line: InvoiceLine = {
  name: 'Commissions',
  description: null,
  net: 123_457n,
  period: { from: '2026-10-01', to: '2026-10-31' },
};

export const invoice: InvoiceDocument = {
  type: '389',
  number: 'AF-P042-2026-000007',
  issuedOn: '2026-11-23',
  dueOn: '2026-12-23',
  currency: 'EUR',
  period: { from: '2026-10-01', to: '2026-10-31' },
  seller: french('Partenaire Conseil SARL', '999999998', '11'),
  buyer: french('Acme SAS', '999999980', '54'),
  mandate: 'MANDAT-P042',
  notes: [reg, bar, pmt],
  lines: [line],
  vat: { category: 'S', rate: 2000, exemption: null, dueCode: '72' },
  vatInBooks: null,
  preceding: [],
  payment: { iban: 'FR7630006000011234567890189', accountName: 'Partenaire Conseil SARL' },
};

export const german: InvoiceParty = {
  name: 'Partner Beratung GmbH',
  legalForm: null,
  siren: 'HRB 12345',
  vatNumber: 'DE999999995',
  localTaxId: null,
  address: { street: null, postCode: '10115', town: 'Berlin', country: 'DE' },
  electronicAddress: null,
};
export const reverse: InvoiceDocument['vat'] = {
  category: 'AE',
  rate: 0,
  exemption: { code: 'VATEX-EU-AE', text: 'Autoliquidation' },
  dueCode: null,
};
export const credit: InvoiceDocument = {
  ...invoice,
  type: '261',
  preceding: [{ number: 'AF-1', issuedOn: '2026-10-31' }],
  payment: null,
};
