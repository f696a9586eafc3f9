import type { InvoiceRules } from '@cordee/core/invoice';

/** Made out by the customer in the supplier's name: invoice, credit note, corrected invoice, advance. */
const SELF_BILLED = ['389', '261', '471', '500'];
/** The first day of electronic invoices between businesses. */
const REFORM = '2026-09-01';
const now = null;

function rate(hundredths: number, validFrom: string, validTo: string | null, source: string): InvoiceRules['rates'][number] {
  return { rate: hundredths, validFrom, validTo, source };
}

/**
 * What France wants of invoices, as data. The tax code's articles are those before the codification of 1 September 2026 (CIBS, ordonnance
 * 2025-1247); invoices may go on citing them until 31 December 2027. Whether it fits a company is for the company's adviser to say.
 */
export const frenchRules: InvoiceRules = {
  // French Guiana and Mayotte have no VAT; Monaco has it, and a register of its own.
  domestic: ['FR', 'GP', 'MQ', 'RE'],
  currency: 'EUR',
  rates: [
    rate(2000, '2014-01-01', now, 'CGI, art. 278'),
    rate(1960, '2000-04-01', '2013-12-31', 'CGI, art. 278, ancien'),
    rate(2060, '1995-08-01', '2000-03-31', 'CGI, art. 278, ancien'),
    rate(1000, '2014-01-01', now, 'CGI, art. 278 bis, 278 quater, 279'),
    rate(700, '2012-01-01', '2013-12-31', 'CGI, art. 278 bis, ancien'),
    rate(550, '1982-07-01', now, 'CGI, art. 278-0 bis'),
    rate(210, '1989-01-01', now, 'CGI, art. 281 quater et suivants'),
    rate(850, '1995-09-01', now, 'CGI, art. 296 : Guadeloupe, Martinique, La Réunion'),
    rate(175, '1995-09-01', now, 'CGI, ann. I, art. 35'),
    rate(105, '1995-09-01', now, 'CGI, ann. I, art. 35'),
    rate(90, '1995-09-01', now, 'CGI, art. 297 : Corse'),
    rate(1300, '1995-09-01', now, 'CGI, art. 297 : Corse, produits pétroliers'),
    rate(920, '2000-01-01', now, 'Liste de la règle BR-FR-16 ; texte non établi'),
    rate(960, '2000-01-01', now, 'Liste de la règle BR-FR-16 ; texte non établi'),
  ],
  notes: [
    { code: 'PMT', values: null, validFrom: '2013-01-01', validTo: now, source: 'C. com., art. L. 441-9 et D. 441-5 ; BR-FR-05' },
    {
      code: 'PMD',
      values: null,
      validFrom: '2013-01-01',
      validTo: now,
      source: 'C. com., art. L. 441-9 et L. 441-10 ; BR-FR-05',
    },
    { code: 'AAB', values: null, validFrom: '2013-01-01', validTo: now, source: 'C. com., art. L. 441-9 ; BR-FR-05' },
    {
      code: 'BAR',
      values: ['B2B', 'B2BINT', 'B2C', 'B2CINT', 'OUTOFSCOPE', 'ARCHIVEONLY'],
      validFrom: REFORM,
      validTo: now,
      source: 'AFNOR XP Z12-012, BR-FR-20',
    },
    {
      code: 'REG',
      values: null,
      types: SELF_BILLED,
      validFrom: '2013-01-01',
      validTo: now,
      source: 'CGI, ann. II, art. 242 nonies A, I-14°',
    },
  ],
  mentions: [
    {
      code: 'self_billing',
      texts: ['Autofacturation', 'Self-billing'],
      when: { types: SELF_BILLED },
      validFrom: '2013-01-01',
      validTo: now,
      source: 'Directive 2006/112/CE, art. 226, 10 bis ; CGI, ann. II, art. 242 nonies A, I-14°',
    },
    {
      code: 'reverse_charge',
      texts: [
        'Autoliquidation',
        'Reverse charge',
        'Steuerschuldnerschaft des Leistungsempfängers',
        'Inversión del sujeto pasivo',
        'Inversione contabile',
        'Btw verlegd',
        'Autoliquidação',
        'Odwrotne obciążenie',
      ],
      when: { categories: ['AE'] },
      validFrom: '2013-01-01',
      validTo: now,
      source: 'Directive 2006/112/CE, art. 226, 11 bis',
    },
    {
      code: 'small_business',
      texts: ['TVA non applicable', 'VAT not applicable'],
      when: { exemptions: ['VATEX-FR-FRANCHISE'] },
      validFrom: '2013-01-01',
      validTo: now,
      source: 'CGI, art. 293 E',
    },
  ],
  addresses: { scheme: '0225', validFrom: REFORM, validTo: now, source: 'AFNOR XP Z12-012, BR-FR-12, 13, 21 et 22' },
};
