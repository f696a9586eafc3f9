import { formatMoney } from '../money/index.ts';
import type { Language } from '../language/index.ts';
import { isConditionField, shapeOf } from './condition-field.ts';
import { phrasesIn } from './phrases-in.ts';
import type { Condition, FieldTest, Measure, Scalar } from './plan.ts';

/** The condition as part of a sentence, exactly and without ambiguity: groups inside groups are in parentheses. */
export function renderCondition(condition: Condition, currency: string, language: Language): string {
  const { condition: phrases } = phrasesIn(language);
  if ('all' in condition) return joinParts(condition.all, phrases.all, currency, language);
  if ('any' in condition) return joinParts(condition.any, phrases.any, currency, language);
  if ('not' in condition) return phrases.not(renderCondition(condition.not, currency, language));
  return renderTest(condition, currency, language);
}

function joinParts(parts: readonly Condition[], conjunction: string, currency: string, language: Language): string {
  return parts
    .map((part) => {
      const text = renderCondition(part, currency, language);
      return 'all' in part || 'any' in part ? `(${text})` : text;
    })
    .join(conjunction);
}

function renderTest({ field, op, value }: FieldTest, currency: string, language: Language): string {
  const { condition: phrases } = phrasesIn(language);
  const isWanted = value !== false;
  if (op === 'exists') {
    return field === 'partner.certificate' ? phrases.holdsAny(isWanted) : phrases.known(fieldName(field, language), isWanted);
  }
  const values = Array.isArray(value) ? value : [value ?? ''];
  const texts = values.map((item) => renderValue(field, item, currency, language));
  if (op === 'holds') return phrases.holds(phrases.or(texts));
  const sentence = phrases.comparison[op];
  if (sentence === undefined) throw new Error(`no sentence for the comparison ${op}`);
  return sentence(fieldName(field, language), phrases.or(texts));
}

/** What a field is called in sentences: those of conditions, and `milestone.<measure>` of verdicts. */
export function fieldName(field: string, language: Language): string {
  const { condition: phrases } = phrasesIn(language);
  if (isConditionField(field)) return phrases.field[field];
  if (field.startsWith('milestone.')) return phrases.milestone(field.slice('milestone.'.length) as Measure);
  if (field.startsWith('metadata.')) return phrases.metadata(field.slice('metadata.'.length));
  return phrases.attribute(field.slice('partner.attributes.'.length));
}

/** What one of a field's own choices is called, `customer.kind` and `new` for one; the value itself where a field has none. */
export function choiceName(field: string, value: string, language: Language): string {
  return phrasesIn(language).condition.choice[field]?.[value] ?? value;
}

function renderValue(field: string, value: Scalar, currency: string, language: Language): string {
  const { condition: phrases } = phrasesIn(language);
  if (typeof value === 'boolean') return phrases.truth(value);
  if (typeof value === 'string') return phrases.quote(phrases.choice[field]?.[value] ?? value);
  return shapeOf(field)?.kind === 'amount' ? formatMoney({ amount: BigInt(value), currency }, language) : String(value);
}
