import { cadences, charterKinds, clauseKinds, costRules, tieRules, type CharterPart } from '@cordee/core/charter';
import { sides } from '@cordee/core/partnership';
import { z } from 'zod';
import { charterKey as key, inBoth, localDate, prose } from './charter-values.ts';
import { dutyTerms } from './obligation-terms.ts';
import { idOf, idText } from './values.ts';

/** The document of a charter; texts are bounded so that a whole one stays readable. */

const name = z
  .string()
  .trim()
  .max(300)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'one line');
const person = key.meta({ description: 'The key of a person of the charter', example: 'ana' });
const persons = z.array(person).max(50);
const value = z.union([
  z.number().min(0).max(1_000_000),
  z
    .string()
    .max(200)
    .regex(/^[^\p{Cc}\p{Cs}{}]*$/u, 'one line'),
]);
const figure = z.string().max(30).meta({ description: 'A decimal number as text', example: '12.5' });
const cadence = z.enum(cadences);

export const charterClause = z
  .strictObject({
    key,
    kind: z.enum(clauseKinds),
    from: key.nullable().meta({ description: 'The clause of the library it was taken from' }),
    title: inBoth(200),
    text: inBoth(10_000).meta({ description: 'Words in braces, as `{days}`, stand for `values`' }),
    values: z
      .record(z.string().regex(/^[a-z][a-zA-Z]{0,30}$/), value)
      .refine((all) => Object.keys(all).length <= 20, 'at most 20'),
    terms: z.array(dutyTerms).max(20).meta({ description: 'What falls due by it' }),
  })
  .meta({ description: 'A clause in both languages' });

const planClause = z.strictObject({
  number: z.string(),
  ruleId: z.string().nullable(),
  heading: z.string(),
  text: z.string(),
});

const annex = z.strictObject({
  enrollmentId: idText('enr'),
  planId: idText('pln'),
  planVersionId: idText('plv'),
  planName: z.string(),
  version: z.int(),
  hash: z.string().meta({ description: 'SHA-256 of the version’s document' }),
  clauses: z.strictObject({ fr: z.array(planClause), en: z.array(planClause) }),
});

const party = z.strictObject({ name, details: prose(1000) });

const parts = {
  prevailing: z.enum(['fr', 'en']).meta({ description: 'The language that decides where the two differ' }),
  parties: z.strictObject({ company: party, partner: party }),
  people: z.array(z.strictObject({ key, side: z.enum(sides), name: name.min(1), title: name })).max(100),
  roles: z
    .array(
      z.strictObject({
        key,
        activity: inBoth(300),
        accountable: persons,
        tieRule: z.enum(tieRules).nullable().meta({ description: 'Only where two decide together, one of each side' }),
        responsible: persons,
        consulted: persons,
        informed: persons,
      }),
    )
    .max(100),
  absences: z.array(z.strictObject({ person, delegate: person, from: localDate, to: localDate })).max(100),
  channels: z
    .array(z.strictObject({ key, use: inBoth(300), means: name.min(1), answerHours: z.int().min(1).max(1000).nullable() }))
    .max(50),
  meetings: z
    .array(z.strictObject({ key, name: inBoth(300), cadence, minutes: z.int().min(5).max(1440), people: persons }))
    .max(50),
  objectives: z
    .array(
      z.strictObject({
        key,
        name: inBoth(300),
        formula: inBoth(2000),
        unit: name,
        direction: z.enum(['up', 'down']),
        source: inBoth(500),
        frequency: cadence,
        baseline: figure.nullable(),
        target: figure,
        by: localDate,
        owners: z.strictObject({ company: person, partner: person }),
      }),
    )
    .max(100),
  exit: z.strictObject({
    data: inBoth(2000),
    customers: inBoth(2000),
    assets: inBoth(2000),
    runOffMonths: z.int().min(0).max(120),
    balanceDays: z.int().min(0).max(730),
    accessDays: z.int().min(0).max(730),
  }),
  escalation: z
    .array(
      z.strictObject({
        key,
        level: inBoth(300),
        people: persons,
        businessDays: z.int().min(1).max(250),
        decides: key
          .optional()
          .meta({ description: 'Who decides alone at this step if a dispute reaches it; both have to agree when left out' }),
      }),
    )
    .max(20),
  mediation: z
    .strictObject({
      appointedBy: inBoth(1000),
      appointDays: z.int().min(0).max(365),
      mostDays: z.int().min(0).max(730),
      costs: z.enum(costRules),
      over: inBoth(1000),
    })
    .nullable(),
  replaceDays: z.int().min(1).max(730).nullable().meta({
    description: 'Days after which an announced replacement holds unless the partner objects; null: never without a yes',
  }),
  startsOn: localDate.nullable().meta({ description: 'The first day it holds; null: the day of the last signature' }),
} as const;

export const charterDocument = z.strictObject({
  kind: z.enum(charterKinds),
  ...parts,
  annex: annex.nullable(),
  clauses: z.array(charterClause).max(300),
});

type PlainPart = Exclude<CharterPart, 'annex'>;

function changeOf<Part extends PlainPart>(part: Part) {
  return z.strictObject({ part: z.literal(part), after: parts[part] });
}

/** One change of one clause, or of one whole part. The annex is taken in by the server, from the plan itself. */
export const charterChange = z
  .discriminatedUnion('part', [
    z.strictObject({
      part: z.literal('clause'),
      key,
      after: charterClause.nullable().meta({ description: 'null: the clause goes' }),
      at: z.int().min(0).max(300).optional().meta({ description: 'Where it stands from now on, counted from 0' }),
    }),
    z.strictObject({
      part: z.literal('annex'),
      after: z
        .strictObject({ enrollmentId: idOf('enr'), planVersionId: idOf('plv') })
        .nullable()
        .meta({ description: 'A published version of the plan; null: without remuneration' }),
    }),
    changeOf('prevailing'),
    changeOf('parties'),
    changeOf('people'),
    changeOf('roles'),
    changeOf('absences'),
    changeOf('channels'),
    changeOf('meetings'),
    changeOf('objectives'),
    changeOf('exit'),
    changeOf('escalation'),
    changeOf('mediation'),
    changeOf('replaceDays'),
    changeOf('startsOn'),
  ])
  .meta({ example: { part: 'replaceDays', after: 60 } });
export type AskedChange = z.output<typeof charterChange>;
