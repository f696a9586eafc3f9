import { tableFaults, taxKinds, taxNeeds, type TaxTable, vatCategories, vatStatuses } from '@cordee/core/tax';
import { z } from 'zod';
import { route, type Access } from './route.ts';
import { taxDay } from './tax-details.ts';
import { countryCode, currency, idOf, idText, instantText, oneLine } from './values.ts';

/** The company's own table of which document a partner's commissions need. */

const key = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, 'small letters, digits, _');
const day = taxDay.meta({ example: '2027-01-01' });
const inBoth = (most: number) => z.strictObject({ fr: oneLine(most), en: oneLine(most) });
const validity = {
  validFrom: day,
  validTo: day.nullable().meta({ description: 'The last day; without an end when null' }),
  source: oneLine(300).meta({ description: 'Where it is written, or who decided it', example: 'CGI, art. 293 B' }),
};

const conditions = z.strictObject({
  zones: z.array(key).min(1).max(50).optional().meta({ description: 'Established in one of these zones' }),
  outside: z.array(key).min(1).max(50).optional().meta({ description: 'Established in none of these zones' }),
  kinds: z.array(z.enum(taxKinds)).min(1).optional(),
  vatStatuses: z.array(z.enum(vatStatuses)).min(1).optional(),
  repeated: z.boolean().optional().meta({ description: 'Whether a threshold is reached' }),
});

const mentionCodes = z.array(key).max(20);
const outcome = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('invoice'),
    vatCategory: z.enum(vatCategories).meta({ description: 'Of EN 16931', example: 'S' }),
    vatRate: z.int().min(0).max(10_000).meta({ description: 'Hundredths of a percent: 2000 is 20 %', example: 2000 }),
    exemption: oneLine(60).nullable().meta({ description: 'Code of the list VATEX', example: 'VATEX-EU-AE' }),
    mentions: mentionCodes,
  }),
  z.strictObject({ kind: z.literal('receipt'), mentions: mentionCodes }),
  z.strictObject({
    kind: z.enum(['review', 'blocked']),
    holdsPayment: z.boolean(),
    because: inBoth(500),
  }),
]);

const thresholds = z.strictObject({
  months: z.int().min(1).max(60).meta({ example: 12 }),
  payments: z.int().min(1).max(1000).nullable().meta({ description: 'Payments in these months; null: not counted', example: 4 }),
  amount: z
    .strictObject({ amount: z.int().min(1).meta({ description: 'Integer in minor units', example: 300_000 }), currency })
    .nullable(),
  source: validity.source,
});

const shape = z.strictObject({
  zones: z.record(key, z.array(countryCode).max(260)),
  thresholds,
  mentions: z.array(z.strictObject({ code: key, text: inBoth(500), ...validity })).max(100),
  rules: z
    .array(
      z.strictObject({
        key,
        label: inBoth(120),
        when: conditions,
        needs: z.array(z.enum(taxNeeds)).max(taxNeeds.length),
        outcome,
        ...validity,
      }),
    )
    .max(200)
    .meta({ description: 'In order: the first that is not false decides' }),
});
export type TaxTableDocument = z.output<typeof shape>;

/** A table as the rules of core read it: amounts exact. */
export function tableOf(document: TaxTableDocument): TaxTable {
  const { amount } = document.thresholds;
  const exact = amount === null ? null : { amount: BigInt(amount.amount), currency: amount.currency };
  return { ...document, thresholds: { ...document.thresholds, amount: exact } };
}

/** `rules[2].outcome` as Zod names it. */
function pathOf(text: string): (string | number)[] {
  return text.split(/[.[\]]+/).flatMap((part) => (part === '' ? [] : [/^\d+$/.test(part) ? Number(part) : part]));
}

const example = {
  zones: { france: ['FR'] },
  thresholds: { months: 12, payments: 4, amount: { amount: 300_000, currency: 'EUR' }, source: 'Our own caution' },
  mentions: [
    {
      code: 'self_billing',
      text: { fr: 'Autofacturation', en: 'Self-billing' },
      validFrom: '2013-01-01',
      validTo: null,
      source: 'Directive 2006/112/CE, art. 226, 10 bis',
    },
  ],
  rules: [
    {
      key: 'france_liable',
      label: { fr: 'France, redevable de la TVA', en: 'France, liable to VAT' },
      when: { zones: ['france'], kinds: ['business'], vatStatuses: ['liable'] },
      needs: ['legal_name', 'address', 'siren', 'vat_number'],
      outcome: { kind: 'invoice', vatCategory: 'S', vatRate: 2000, exemption: null, mentions: ['self_billing'] },
      validFrom: '2014-01-01',
      validTo: null,
      source: 'CGI, art. 278',
    },
  ],
} satisfies TaxTableDocument;

export const taxTableDocument = shape.meta({ example }).superRefine((document, context) => {
  for (const { path, rule } of tableFaults(tableOf(document))) {
    context.addIssue({ code: 'custom', path: pathOf(path), message: rule, params: { rule } });
  }
});

export const taxTableStates = ['draft', 'published'] as const;

const summary = {
  id: idText('txt').nullable().meta({ description: 'null for the set that comes with the program, while none was published' }),
  version: z.int().min(0),
  state: z.enum(taxTableStates),
  name: z.string(),
  validFrom: z.string().nullable().meta({ description: 'The day from which on decisions are taken by it' }),
  changedAt: instantText.nullable(),
  publishedAt: instantText.nullable(),
  isInForce: z.boolean(),
};
export const taxTableSummary = z.object(summary);
export const taxTableAnswer = z.object({ ...summary, document: shape });
export type TaxTableAnswer = z.input<typeof taxTableAnswer>;

const draftBody = z.strictObject({
  name: oneLine(120).meta({ example: 'Barème fiscal 2027' }),
  document: taxTableDocument,
});
export type TaxTableDraft = z.output<typeof draftBody>;

const look: Access = { roles: ['owner', 'manager', 'finance', 'viewer'], scope: 'read' };
/** Which law is applied is for people to answer for: no key writes it. */
const person: Access = { roles: ['owner', 'finance'], scope: null };
const ofTable = z.strictObject({ id: idOf('txt') });
const tag = 'tax';

export const taxTableRoutes = {
  listTaxTables: route({
    id: 'listTaxTables',
    method: 'GET',
    path: '/api/v1/tax-tables',
    tag,
    summary: {
      en: 'Versions of the decision table, newest first',
      fr: 'Les versions de la table de décision, la plus récente d’abord',
    },
    access: look,
    status: 200,
    answer: z.object({ items: z.array(taxTableSummary) }),
    errors: [],
  }),
  getTaxTableInForce: route({
    id: 'getTaxTableInForce',
    method: 'GET',
    path: '/api/v1/tax-tables/in-force',
    tag,
    summary: { en: 'The decision table in force', fr: 'La table de décision en vigueur' },
    description: {
      en: 'Until a version is published, the set that comes with the program for the country of the workspace. Not legal advice.',
      fr: 'Tant qu’aucune version n’est publiée, le jeu fourni avec le logiciel pour le pays de l’espace. Ce n’est pas un conseil juridique.',
    },
    access: look,
    status: 200,
    answer: taxTableAnswer,
    errors: [],
  }),
  getTaxTable: route({
    id: 'getTaxTable',
    method: 'GET',
    path: '/api/v1/tax-tables/:id',
    tag,
    summary: { en: 'A version of the decision table', fr: 'Une version de la table de décision' },
    access: look,
    params: ofTable,
    status: 200,
    answer: taxTableAnswer,
    errors: ['not_found'],
  }),
  draftTaxTable: route({
    id: 'draftTaxTable',
    method: 'POST',
    path: '/api/v1/tax-tables',
    tag,
    summary: { en: 'Draft a version of the decision table', fr: 'Préparer une version de la table de décision' },
    access: person,
    body: draftBody,
    status: 201,
    answer: taxTableAnswer,
    errors: ['conflict', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  changeTaxTable: route({
    id: 'changeTaxTable',
    method: 'PUT',
    path: '/api/v1/tax-tables/:id',
    tag,
    summary: { en: 'Change a draft of the decision table', fr: 'Modifier un brouillon de la table de décision' },
    access: person,
    params: ofTable,
    body: draftBody,
    status: 200,
    answer: taxTableAnswer,
    errors: ['not_found', 'conflict'],
    idempotency: 'none',
  }),
  publishTaxTable: route({
    id: 'publishTaxTable',
    method: 'POST',
    path: '/api/v1/tax-tables/:id/publication',
    tag,
    summary: { en: 'Publish a draft: it never changes again', fr: 'Publier un brouillon : il ne change plus jamais' },
    description: {
      en: 'From that day on decisions are taken by it, for whatever day of service. The day is today or later.',
      fr: 'À partir de ce jour les décisions sont prises selon elle, quel que soit le jour de la prestation. Ce jour est aujourd’hui ou plus tard.',
    },
    access: person,
    params: ofTable,
    body: z.strictObject({ validFrom: day }),
    status: 200,
    answer: taxTableAnswer,
    errors: ['not_found', 'conflict', 'idempotency_conflict'],
    idempotency: 'key',
  }),
} as const;
