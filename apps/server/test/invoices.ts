import type { InvoiceDocument, InvoiceNote, InvoiceParty } from '@cordee/core/invoice';

/** Invented businesses, whose numbers pass their check digits. */
const company: InvoiceParty = {
  name: 'Alpes Équipement SAS',
  legalForm: 'SAS au capital de 50 000 €, RCS Annecy 999 999 980',
  siren: '999999980',
  vatNumber: 'FR54999999980',
  localTaxId: null,
  address: { street: '1 avenue du Parmelan', postCode: '74000', town: 'Annecy', country: 'FR' },
  electronicAddress: { scheme: '0225', id: '999999980' },
};

const french: InvoiceParty = {
  name: 'Atelier Lumière & Fils',
  legalForm: 'SARL au capital de 10 000 €, RCS Lyon 999 999 998',
  siren: '999999998',
  vatNumber: 'FR11999999998',
  localTaxId: null,
  address: { street: '10 rue de la Part-Dieu', postCode: '69003', town: 'Lyon', country: 'FR' },
  electronicAddress: { scheme: '0225', id: '999999998' },
};

const german: InvoiceParty = {
  name: 'Partner Beratung GmbH',
  legalForm: 'GmbH, Amtsgericht Berlin',
  siren: 'HRB 12345',
  vatNumber: 'DE999999995',
  localTaxId: null,
  address: { street: 'Invalidenstr. 1', postCode: '10115', town: 'Berlin', country: 'DE' },
  electronicAddress: { scheme: '9930', id: 'DE999999995' },
};

const swiss: InvoiceParty = {
  name: 'Sommets Conseil Sàrl',
  legalForm: null,
  siren: 'CH-550.9.999.999-6',
  vatNumber: null,
  localTaxId: 'CHE-999.999.996',
  address: { street: 'Rue du Lac 3', postCode: '1003', town: 'Lausanne', country: 'CH' },
  electronicAddress: { scheme: 'EM', id: 'partner@example.invalid' },
};

function notesFor(seller: InvoiceParty, treatment: 'B2B' | 'B2BINT'): InvoiceNote[] {
  const words = `Autofacturation : document établi par ${company.name} au nom et pour le compte de ${seller.name}.`;
  return [
    { code: 'REG', text: words },
    { code: 'BAR', text: treatment },
    { code: 'PMT', text: 'Indemnité forfaitaire pour frais de recouvrement en cas de retard : 40 €.' },
    { code: 'PMD', text: 'Pénalités de retard : trois fois le taux d’intérêt légal.' },
    { code: 'AAB', text: 'Pas d’escompte pour paiement anticipé.' },
  ];
}

const october = { from: '2026-10-01', to: '2026-10-31' };

const standard: InvoiceDocument = {
  type: '389',
  number: 'AF-P042-2026-000007',
  issuedOn: '2026-11-03',
  dueOn: '2026-12-03',
  currency: 'EUR',
  period: october,
  seller: french,
  buyer: company,
  mandate: 'MANDAT-P042-1',
  notes: notesFor(french, 'B2B'),
  lines: [{ name: 'Commissions d’octobre 2026', description: '12 ventes, relevé 2026-10-0042', net: 123_457n, period: october }],
  vat: { category: 'S', rate: 2000, exemption: null, dueCode: '72' },
  vatInBooks: null,
  preceding: [],
  payment: { iban: 'FR7630006000011234567890189', accountName: french.name },
};

const reverse: InvoiceDocument['vat'] = {
  category: 'AE',
  rate: 0,
  exemption: { code: 'VATEX-EU-AE', text: 'Autoliquidation' },
  dueCode: null,
};

const reunion: InvoiceParty = {
  ...french,
  address: { street: '4 rue de Paris', postCode: '97400', town: 'Saint-Denis', country: 'RE' },
};
const abroad = (seller: InvoiceParty): Partial<InvoiceDocument> => ({ seller, notes: notesFor(seller, 'B2BINT'), vat: reverse });

/** A document of every kind that the product makes out, by what it is of; none has a fault. */
export const invoiceDocuments = {
  'France, 20 %': standard,
  'France, small business': {
    ...standard,
    seller: { ...french, vatNumber: null, localTaxId: '999999998' },
    vat: {
      category: 'E',
      rate: 0,
      exemption: { code: 'VATEX-FR-FRANCHISE', text: 'TVA non applicable, art. 293 B du CGI' },
      dueCode: null,
    },
  },
  'European Union, reverse charge': {
    ...standard,
    ...abroad(german),
    payment: { iban: 'DE89370400440532013000', accountName: german.name },
  },
  'outside the Union, reverse charge': { ...standard, ...abroad(swiss), payment: null },
  'Réunion, 8.5 %': { ...standard, seller: reunion, vat: { ...standard.vat, rate: 850, dueCode: '5' } },
  'in US dollars': { ...standard, currency: 'USD', vatInBooks: { currency: 'EUR', amount: 22_613n } },
  'in yen': { ...standard, currency: 'JPY', vatInBooks: { currency: 'EUR', amount: 14_512n } },
  'credit note': {
    ...standard,
    type: '261',
    number: 'AV-P042-2026-000002',
    dueOn: null,
    payment: null,
    preceding: [
      { number: 'AF-P042-2026-000006', issuedOn: '2026-10-03' },
      { number: 'AF-P042-2026-000005', issuedOn: '2026-09-03' },
    ],
  },
  'a commission taken back': {
    ...standard,
    lines: [
      ...standard.lines,
      { name: 'Reprise, vente annulée', description: 'Commande 1042', net: -3457n, period: null },
      { name: 'Prime <trimestrielle> & "bonus"', description: null, net: 0n, period: october },
    ],
  },
  'category O, no VAT number anywhere': {
    ...standard,
    ...abroad({ ...swiss, localTaxId: null }),
    buyer: { ...company, vatNumber: null },
    vat: { category: 'O', rate: 0, exemption: { code: 'VATEX-EU-O', text: 'Hors du champ de la TVA' }, dueCode: null },
    payment: null,
  },
  'zero rate': { ...standard, ...abroad(german), vat: { category: 'Z', rate: 0, exemption: null, dueCode: null } },
  'intra-community supply': {
    ...standard,
    ...abroad(german),
    vat: { category: 'K', rate: 0, exemption: { code: 'VATEX-EU-IC', text: 'Livraison intracommunautaire' }, dueCode: null },
  },
  export: {
    ...standard,
    ...abroad(german),
    vat: { category: 'G', rate: 0, exemption: { code: 'VATEX-EU-G', text: 'Exportation' }, dueCode: null },
  },
} as const satisfies Record<string, InvoiceDocument>;

/** A document with so many lines, to fill pages. */
export function longInvoice(count: number): InvoiceDocument {
  const lines = Array.from({ length: count }, (_, index) => ({
    name: `Commissions du programme n° ${index + 1}`,
    description: `Relevé 2026-10-${String(index + 1).padStart(4, '0')}`,
    net: BigInt(1000 + index * 7),
    period: october,
  }));
  return { ...standard, lines };
}
