import { answerKinds, findingStates, severities, setFaults, type Condition, type DayOf, type GuardSet } from '@cordee/core/guard';
import { paymentReadings, spanUnits } from '@cordee/core/deadline';
import { z } from 'zod';
import { manage, staffRead } from './access.ts';
import { civilDay } from './obligation-terms.ts';
import { route } from './route.ts';
import { countryCode, currency, idOf, idText, instantText, oneLine } from './values.ts';

/** What the law asks of a case, as dated rules with their sources. Not legal advice. */

const key = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, 'small letters, digits, _');
const inBoth = (most: number) => z.strictObject({ fr: oneLine(most), en: oneLine(most) });
const answer = z.union([z.boolean(), z.number(), z.string().max(200)]);

const dayOf: z.ZodType<DayOf> = z.lazy(() =>
  z.union([
    z.strictObject({ day: z.literal('today') }),
    z.strictObject({ answer: key }),
    z.strictObject({
      after: dayOf,
      span: z.strictObject({ count: z.int().min(-3650).max(3650), unit: z.enum(spanUnits) }),
    }),
    z.strictObject({ quarterCommission: dayOf }),
    z.strictObject({ payment: dayOf, days: z.int().min(0).max(365), reading: z.enum(paymentReadings) }),
    z.strictObject({
      noticeFrom: dayOf,
      startsOn: dayOf,
      steps: z
        .array(z.strictObject({ fromYear: z.int().min(1).max(100), months: z.int().min(0).max(240) }))
        .min(1)
        .max(20),
      endsAtMonthEnd: z.boolean(),
    }),
  ]),
);

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition).max(30) }),
    z.strictObject({ any: z.array(condition).max(30) }),
    z.strictObject({ not: condition }),
    z.strictObject({ atLeast: z.int().min(1).max(30), of: z.array(condition).max(30) }),
    z.strictObject({ is: key, oneOf: z.array(answer).min(1).max(30) }),
    z.strictObject({ number: key, min: z.number().optional(), max: z.number().optional() }),
    z.strictObject({ day: dayOf, notAfter: dayOf }),
  ]),
);

const choice = z.strictObject({ key, label: inBoth(120) });
const question = z.strictObject({
  key,
  kind: z.enum(answerKinds),
  text: inBoth(300),
  help: inBoth(300).optional(),
  choices: z.array(choice).min(2).max(30).optional(),
});

const rule = z.strictObject({
  code: key,
  topic: inBoth(120),
  severity: z.enum(severities),
  rule: inBoth(600),
  advice: inBoth(600),
  source: oneLine(300).meta({ description: 'Where it is written' }),
  validFrom: civilDay.or(z.iso.date()),
  validTo: z.iso.date().nullable(),
  concerns: condition.meta({ description: 'Whether the rule concerns a case' }),
  asks: condition.meta({ description: 'Whether a case that it concerns respects it' }),
  days: z.array(z.strictObject({ key, label: inBoth(120), on: dayOf })).max(10),
});

const example: GuardSet = {
  country: 'BE',
  currency: 'EUR',
  questions: [{ key: 'payment_days', kind: 'number', text: { fr: 'Jours pour payer', en: 'Days to pay' } }],
  rules: [
    {
      code: 'be_payment_days',
      topic: { fr: 'Délais de paiement', en: 'Days to pay' },
      severity: 'stop',
      rule: { fr: 'Au plus soixante jours.', en: 'At most sixty days.' },
      advice: { fr: 'Réduisez le délai.', en: 'Shorten the delay.' },
      source: 'Loi du 2 août 2002, art. 4',
      validFrom: '2022-02-01',
      validTo: null,
      concerns: { all: [] },
      asks: { number: 'payment_days', max: 60 },
      days: [],
    },
  ],
};

export const guardSetDocument = z
  .strictObject({ country: countryCode, currency, questions: z.array(question).max(200), rules: z.array(rule).min(1).max(200) })
  .meta({ example })
  .superRefine((document, context) => {
    for (const { path, rule: broken } of setFaults(document)) {
      const parts = path.split(/[.[\]]+/).flatMap((part) => (part === '' ? [] : [/^\d+$/.test(part) ? Number(part) : part]));
      context.addIssue({ code: 'custom', path: parts, message: broken, params: { rule: broken } });
    }
  });
export type GuardSetDocument = z.output<typeof guardSetDocument>;

const listed = z.object({
  id: idText('gst').nullable().meta({ description: 'null for a set that comes with the program' }),
  name: z.string(),
  country: countryCode,
  rules: z.int(),
  createdAt: instantText.nullable(),
  retiredAt: instantText.nullable().meta({ description: 'Since when it is switched off' }),
  isOfCompany: z.boolean().meta({ description: 'Of the country the company is in' }),
});

const whole = listed.extend({
  notice: z.string().meta({ description: 'That this is not legal advice' }),
  document: guardSetDocument.meta({ description: 'Everything of it, in both languages: to be read, copied and changed' }),
  history: z.array(z.object({ at: instantText, kind: z.enum(['added', 'retired', 'restored']), by: z.string().nullable() })),
});
export type GuardSetDetail = z.input<typeof whole>;

const catalogue = z.object({
  id: idText('gst').nullable(),
  name: z.string(),
  country: countryCode,
  currency,
  notice: z.string().meta({ description: 'That this is not legal advice' }),
  questions: z.array(
    z.object({
      key: z.string(),
      kind: z.enum(answerKinds),
      text: z.string(),
      help: z.string().nullable(),
      choices: z.array(z.object({ key: z.string(), label: z.string() })),
      asksFor: z.array(z.string()).meta({ description: 'Codes of the rules that look at the answer' }),
    }),
  ),
  rules: z.array(
    z.object({
      code: z.string(),
      topic: z.string(),
      severity: z.enum(severities),
      rule: z.string(),
      source: z.string(),
      validFrom: z.string(),
      validTo: z.string().nullable(),
    }),
  ),
});
export type GuardCatalogue = z.input<typeof catalogue>;

const checkBody = z
  .strictObject({
    set: idOf('gst').optional().meta({ description: 'A set of your own; the French one when left out' }),
    document: guardSetDocument.optional().meta({ description: 'Instead of a set: one that is not added yet, to try it' }),
    on: civilDay.optional().meta({ description: 'The day of the check; today when left out' }),
    region: oneLine(60).nullable().default(null),
    answers: z.record(key, answer.nullable()).meta({ description: 'What is known; what is left out is unknown' }),
  })
  .refine(({ set, document }) => set === undefined || document === undefined, {
    path: ['document'],
    message: 'a set or a document',
    params: { rule: 'guard_set_or_document' },
  })
  .meta({ example: { answers: { contract_kind: 'introducer', negotiates: true, permanent: true } } });
export type CheckGuards = z.output<typeof checkBody>;

const checked = z.object({
  on: civilDay,
  notice: z.string(),
  warning: z.string().nullable().meta({ description: 'That no holidays are known of the country of the set' }),
  counts: z.object({ broken: z.int(), unknown: z.int(), respected: z.int(), not_concerned: z.int() }),
  findings: z.array(
    z.object({
      code: z.string(),
      topic: z.string(),
      severity: z.enum(severities),
      state: z.enum(findingStates),
      rule: z.string(),
      advice: z.string(),
      source: z.string(),
      missing: z.array(z.object({ key: z.string(), text: z.string() })),
      days: z.array(z.object({ key: z.string(), label: z.string(), on: civilDay })),
    }),
  ),
});
export type GuardCheck = z.input<typeof checked>;

const tag = 'guards';
const byId = z.object({ id: idOf('gst') });

export const guardRoutes = {
  listGuardSets: route({
    id: 'listGuardSets',
    method: 'GET',
    path: '/api/v1/guard-sets',
    tag,
    summary: { en: 'List sets of guards', fr: 'Lister les jeux de garde-fous' },
    access: staffRead,
    query: z.strictObject({
      retired: z.enum(['exclude', 'include']).default('exclude').meta({ description: 'Those that are switched off' }),
    }),
    status: 200,
    answer: z.object({ items: z.array(listed) }),
    errors: [],
  }),
  addGuardSet: route({
    id: 'addGuardSet',
    method: 'POST',
    path: '/api/v1/guard-sets',
    tag,
    summary: { en: 'Add a set of guards', fr: 'Ajouter un jeu de garde-fous' },
    access: manage,
    body: z
      .strictObject({ name: oneLine(120), document: guardSetDocument })
      .meta({ example: { name: 'Belgique', document: example } }),
    status: 201,
    answer: listed,
    errors: ['idempotency_conflict'],
    idempotency: 'key',
  }),
  removeGuardSet: route({
    id: 'removeGuardSet',
    method: 'DELETE',
    path: '/api/v1/guard-sets/:id',
    tag,
    summary: { en: 'Retire a set of guards', fr: 'Retirer un jeu de garde-fous' },
    access: manage,
    params: byId,
    status: 204,
    errors: ['not_found', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  getGuardSet: route({
    id: 'getGuardSet',
    method: 'GET',
    path: '/api/v1/guard-sets/document',
    tag,
    summary: { en: 'A whole set, in both languages', fr: 'Un jeu entier, dans les deux langues' },
    access: staffRead,
    query: z.strictObject({ set: idOf('gst').optional() }),
    status: 200,
    answer: whole,
    errors: ['not_found', 'invalid_request'],
  }),
  restoreGuardSet: route({
    id: 'restoreGuardSet',
    method: 'POST',
    path: '/api/v1/guard-sets/:id/restoration',
    tag,
    summary: { en: 'Switch a set of guards on again', fr: 'Réactiver un jeu de garde-fous' },
    access: manage,
    params: byId,
    status: 200,
    answer: listed,
    errors: ['not_found', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  getGuards: route({
    id: 'getGuards',
    method: 'GET',
    path: '/api/v1/guards',
    tag,
    summary: { en: 'Questions and rules of a set', fr: 'Questions et règles d’un jeu' },
    access: staffRead,
    query: z.strictObject({ set: idOf('gst').optional() }),
    status: 200,
    answer: catalogue,
    errors: ['not_found', 'invalid_request'],
  }),
  checkGuards: route({
    id: 'checkGuards',
    method: 'POST',
    path: '/api/v1/guards/checks',
    tag,
    summary: { en: 'Put the rules to a case', fr: 'Confronter un cas aux règles' },
    description: {
      en: 'One finding for each rule: broken, unknown with the questions that are missing, respected, or not concerned. Nothing is kept. Not legal advice.',
      fr: 'Un constat par règle : non respectée, inconnue avec les questions qui manquent, respectée, ou sans objet. Rien n’est gardé. Ceci n’est pas un conseil juridique.',
    },
    access: staffRead,
    body: checkBody,
    status: 200,
    answer: checked,
    errors: ['not_found'],
    idempotency: 'none',
  }),
} as const;
