import { clauseKinds, comparisons, dimensions } from '@cordee/core/qualification';
import { z } from 'zod';
import { partnerKind } from './partner.ts';
import { oneLine } from './values.ts';

/** Questionnaires as data: what may be asked, and how it may be answered. */

/** A text in both languages. */
export const bothLanguages = (most: number) => z.strictObject({ en: oneLine(most), fr: oneLine(most) });

/** The same while it is being written: what is still blank keeps a questionnaire from being published, not from being kept. */
const draftText = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'one line');
const draftWords = (most: number) => z.strictObject({ en: draftText(most), fr: draftText(most) });

export const itemKey = z
  .string()
  .regex(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$/, 'lower-case words with `_` and `.`')
  .max(60)
  .refine((key) => !['constructor', 'prototype'].includes(key), 'a word of its own')
  .meta({ example: 'goals.first' });

const optionKey = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]*$/, 'lower-case letters, digits, `_` and `-`')
  .max(40)
  .meta({ example: 'revenue' });

const bound = z.number().min(-1e9).max(1e9);

type WordsOf = typeof bothLanguages;
const optionsOf = (words: WordsOf) => z.array(z.strictObject({ key: optionKey, text: words(200) })).max(30);
const formOf = (words: WordsOf) =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('single'), options: optionsOf(words) }),
    z.strictObject({ kind: z.literal('multiple'), options: optionsOf(words) }),
    z.strictObject({ kind: z.literal('scale'), low: words(120), high: words(120) }),
    z.strictObject({
      kind: z.literal('number'),
      unit: words(40),
      one: words(40).optional().meta({ description: 'The unit as it is told of one: “month” beside “months”' }),
      min: bound,
      max: bound,
      tolerance: bound,
    }),
    z.strictObject({ kind: z.literal('yes_no') }),
    z.strictObject({ kind: z.literal('text') }),
  ]);

export const itemForm = formOf(bothLanguages);

export const questionnaireItem = z.strictObject({
  key: itemKey,
  dimension: z.enum(dimensions),
  text: draftWords(300),
  help: draftWords(400).optional(),
  form: formOf(draftWords),
  weight: z.int().min(0).max(10),
  compare: z
    .enum(comparisons)
    .meta({ description: '`cover`: what one side wants is what the other offers in the item named by `mirror`' }),
  mirror: itemKey.optional(),
  when: z
    .strictObject({ item: itemKey, is: z.array(z.string().max(60)).min(1).max(30) })
    .optional()
    .meta({ description: 'Asked of a side only once it has given one of these answers to an earlier item' }),
  clauses: z.array(z.enum(clauseKinds)).max(10),
});

export const questionnaireDocument = z
  .strictObject({
    name: draftWords(120),
    kinds: z.array(partnerKind).max(10).meta({ description: 'For these kinds of partners; for all where it names none' }),
    items: z.array(questionnaireItem).max(200),
  })
  .meta({
    example: {
      name: { en: 'First questions', fr: 'Premières questions' },
      kinds: ['referrer'],
      items: [
        {
          key: 'exit.notice',
          dimension: 'exit',
          text: { en: 'How many months of notice are right?', fr: 'Combien de mois de préavis sont justes\u00a0?' },
          form: {
            kind: 'number',
            unit: { en: 'months', fr: 'mois' },
            one: { en: 'month', fr: 'mois' },
            min: 0,
            max: 18,
            tolerance: 4,
          },
          weight: 8,
          compare: 'close',
          clauses: ['notice'],
        },
      ],
    },
  });
export type QuestionnaireDocument = z.output<typeof questionnaireDocument>;

export const answer = z.union([
  z.boolean(),
  z.number().min(-1e9).max(1e9),
  z
    .string()
    .min(1)
    .max(4000)
    .regex(/^[^\0\p{Cs}]*$/u, 'no NUL, no half characters'),
  z.array(optionKey).max(30),
]);

export const answers = z
  .record(itemKey, answer)
  .refine((given) => Object.keys(given).length <= 200, 'at most 200 answers')
  .meta({
    description: 'By the key of the item; an item without an answer is not known, which is not zero',
    example: { 'exit.notice': 3 },
  });
