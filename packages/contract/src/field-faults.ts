import type { FieldFault } from './errors.ts';
import type { Bilingual } from './language.ts';
import { rules } from './rules.ts';
import type { z } from 'zod';
import { exampleAt } from './schema-example.ts';

type Issue = z.core.$ZodIssue;

/** More faults than anybody reads. */
const MAX_FAULTS = 50;

/** Every fault of an input, in both languages, each with an example of right input where the schema gives one. */
export function faultsOf(schema: z.ZodType, issues: readonly Issue[]): FieldFault[] {
  return issues
    .flatMap((issue) => flatten(issue, []))
    .slice(0, MAX_FAULTS)
    .map((issue) => faultOf(schema, issue));
}

interface PlacedIssue {
  readonly issue: Issue;
  readonly path: readonly PropertyKey[];
}

/** A union's faults are those of the option that came closest; unknown fields are one fault each. */
function flatten(issue: Issue, parent: readonly PropertyKey[]): PlacedIssue[] {
  const path = [...parent, ...issue.path];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ issue, path: [...path, key] }));
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const closest = issue.errors.toSorted((left, right) => distance(left) - distance(right))[0] ?? [];
    return closest.flatMap((inner) => flatten(inner, path));
  }
  return [{ issue, path }];
}

function distance(issues: readonly Issue[]): number {
  const wrongKind = issues.some((issue) => issue.path.length === 0 && issue.code === 'invalid_type');
  return issues.length + (wrongKind ? 1000 : 0);
}

function faultOf(schema: z.ZodType, { issue, path }: PlacedIssue): FieldFault {
  const { rule, message } = explain(issue);
  const example = issue.code === 'unrecognized_keys' ? undefined : exampleAt(schema, path);
  return { path: pathText(path), rule, message, ...(example === undefined ? {} : { example }) };
}

/** `lines[0].net` */
function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
}

function explain(issue: Issue): { rule: string; message: Bilingual } {
  switch (issue.code) {
    case 'invalid_type':
      return explainType(issue);
    case 'too_small':
      return bound(issue.origin, issue.minimum, 'minimum', issue.inclusive === false);
    case 'too_big':
      return bound(issue.origin, issue.maximum, 'maximum', issue.inclusive === false);
    case 'invalid_value':
      return {
        rule: 'one_of',
        message: {
          en: `One of these is expected: ${issue.values.map(String).join(', ')}.`,
          fr: `Une de ces valeurs est attendue : ${issue.values.map(String).join(', ')}.`,
        },
      };
    case 'invalid_format':
      return { rule: 'format', message: explainFormat(issue) };
    case 'not_multiple_of':
      return {
        rule: 'multiple_of',
        message: { en: `A multiple of ${issue.divisor} is expected.`, fr: `Un multiple de ${issue.divisor} est attendu.` },
      };
    case 'unrecognized_keys':
      return { rule: 'unknown_field', message: { en: 'This field is unknown here.', fr: 'Ce champ est inconnu ici.' } };
    case 'invalid_key':
      return { rule: 'key', message: { en: 'This key is not accepted.', fr: "Cette clé n'est pas acceptée." } };
    case 'invalid_union':
      return { rule: 'one_of', message: oneOfOptions('options' in issue ? issue.options : undefined) };
    case 'invalid_element':
      return { rule: 'element', message: { en: 'An element does not fit.', fr: 'Un élément ne convient pas.' } };
    default:
      return explainCustom(issue);
  }
}

function explainType(issue: z.core.$ZodIssueInvalidType): { rule: string; message: Bilingual } {
  if (issue.input === undefined) {
    return { rule: 'required', message: { en: 'This field is required.', fr: 'Ce champ est requis.' } };
  }
  const name = TYPE_NAMES[issue.expected] ?? { en: issue.expected, fr: issue.expected };
  return {
    rule: issue.expected === 'int' ? 'integer' : 'type',
    message: { en: `Expected ${name.en}.`, fr: `Valeur attendue : ${name.fr}.` },
  };
}

const TYPE_NAMES: Readonly<Record<string, Bilingual>> = {
  string: { en: 'a text', fr: 'un texte' },
  number: { en: 'a number', fr: 'un nombre' },
  int: { en: 'an integer', fr: 'un entier' },
  boolean: { en: 'true or false', fr: 'true ou false' },
  object: { en: 'an object', fr: 'un objet' },
  record: { en: 'an object', fr: 'un objet' },
  array: { en: 'a list', fr: 'une liste' },
  null: { en: 'null', fr: 'null' },
};

function bound(origin: string, limit: number | bigint, rule: 'minimum' | 'maximum', strict: boolean) {
  const least = rule === 'minimum';
  if (origin === 'string' && least && Number(limit) === 1 && !strict) {
    return { rule: 'minimum_length', message: { en: 'This field cannot be empty.', fr: 'Ce champ ne peut pas être vide.' } };
  }
  const relation = {
    en: strict ? (least ? 'more than' : 'less than') : least ? 'at least' : 'at most',
    fr: strict ? (least ? 'plus de' : 'moins de') : least ? 'au moins' : 'au plus',
  };
  const unit = { string: { en: ' characters', fr: ' caractères' }, array: { en: ' items', fr: ' éléments' } }[origin];
  return {
    rule: unit === undefined ? rule : `${rule}_length`,
    message: {
      en: `Expected ${relation.en} ${limit}${unit?.en ?? ''}.`,
      fr: `Valeur attendue : ${relation.fr} ${limit}${unit?.fr ?? ''}.`,
    },
  };
}

function explainFormat(issue: z.core.$ZodIssueInvalidStringFormat): Bilingual {
  if (issue.format === 'email') return { en: 'An e-mail address is expected.', fr: 'Une adresse e-mail est attendue.' };
  if (issue.format === 'url') return { en: 'A URL is expected.', fr: 'Une URL est attendue.' };
  return {
    en: `The text does not have the expected form${issue.pattern === undefined ? '' : ` (${issue.pattern})`}.`,
    fr: `Le texte n'a pas la forme attendue${issue.pattern === undefined ? '' : ` (${issue.pattern})`}.`,
  };
}

function oneOfOptions(options: readonly unknown[] | undefined): Bilingual {
  if (options === undefined) return { en: 'No accepted form fits.', fr: 'Aucune forme acceptée ne convient.' };
  const list = options.map(String).join(', ');
  return { en: `One of these is expected: ${list}.`, fr: `Une de ces valeurs est attendue : ${list}.` };
}

/** Our own rules name themselves by `params.rule`, and may bring their sentences in `params.sentence`. */
function explainCustom(issue: z.core.$ZodIssueCustom): { rule: string; message: Bilingual } {
  const rule = typeof issue.params?.['rule'] === 'string' ? issue.params['rule'] : 'custom';
  const own = issue.params?.['sentence'] as Bilingual | undefined;
  const known = own ?? rules[rule];
  return { rule, message: known ?? { en: `${issue.message}.`, fr: `Valeur refusée (${issue.message}).` } };
}
