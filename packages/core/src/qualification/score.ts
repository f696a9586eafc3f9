import { FULL, fit, type Span } from './compare.ts';
import type { Answer, Answers, Dimension, Item, Questionnaire } from './questionnaire.ts';
import { answerOf, shownTo, type Shown } from './shown.ts';

/** One comparison that counts: an item, or one direction of an item and its mirror. */
export interface Term {
  readonly item: string;
  readonly dimension: Dimension;
  readonly weight: number;
  readonly value: Span;
  /** False when a side has not answered: the value is a span. */
  readonly isKnown: boolean;
  /** `maybe` while it is not known whether both are asked. */
  readonly counts: Exclude<Shown, 'no'>;
  /** Of a mirrored item: whose wish it is. */
  readonly wish: 'company' | 'partner' | null;
  readonly company: Answer | null;
  readonly partner: Answer | null;
}

export interface Score extends Span {
  readonly terms: number;
  readonly known: number;
}

/** All comparisons of a questionnaire, in its order; those of weight 0 too, for they are talked about. */
export function termsOf(questionnaire: Questionnaire, company: Answers, partner: Answers): Term[] {
  const shown = { company: shownTo(questionnaire, company), partner: shownTo(questionnaire, partner) };
  const byKey = new Map(questionnaire.items.map((item) => [item.key, item]));
  const mirrored = new Set(questionnaire.items.flatMap(({ mirror }) => (mirror === undefined ? [] : [mirror])));
  const terms: Term[] = [];
  for (const item of questionnaire.items) {
    const { key, mirror } = item;
    if (item.compare === 'cover' && mirror !== undefined && byKey.has(mirror)) {
      terms.push(...both(item, mirror, { company, partner }, shown));
    } else if (!mirrored.has(key)) {
      const counts = together(shown.company.get(key), shown.partner.get(key));
      const [left, right] = [answerOf(company, key), answerOf(partner, key)];
      if (counts !== 'no') terms.push(termOf(item, { counts, wish: null, left, right, company: left, partner: right }));
    }
  }
  return terms;
}

type OfSides<Value> = { readonly company: Value; readonly partner: Value };

/** What the company wants against what the partner offers, and the other way round. */
function both(item: Item, mirror: string, answers: OfSides<Answers>, shown: OfSides<ReadonlyMap<string, Shown>>): Term[] {
  return (['company', 'partner'] as const).flatMap((wish) => {
    const other = wish === 'company' ? ('partner' as const) : ('company' as const);
    const counts = together(shown[wish].get(item.key), shown[other].get(mirror));
    if (counts === 'no') return [];
    const [left, right] = [answerOf(answers[wish], item.key), answerOf(answers[other], mirror)];
    const [company, partner] = wish === 'company' ? [left, right] : [right, left];
    return [termOf(item, { counts, wish, left, right, company, partner })];
  });
}

interface Compared {
  readonly counts: Exclude<Shown, 'no'>;
  readonly wish: Term['wish'];
  readonly left: Answer | undefined;
  readonly right: Answer | undefined;
  readonly company: Answer | undefined;
  readonly partner: Answer | undefined;
}

function termOf(item: Item, { counts, wish, left, right, company, partner }: Compared): Term {
  const isCompared = item.compare !== 'none';
  return {
    item: item.key,
    dimension: item.dimension,
    weight: isCompared ? item.weight : 0,
    value: isCompared ? fit(item, left, right) : { worst: FULL, best: FULL },
    isKnown: left !== undefined && right !== undefined,
    counts,
    wish,
    company: company ?? null,
    partner: partner ?? null,
  };
}

function together(left: Shown | undefined, right: Shown | undefined): Shown {
  if (left === undefined || right === undefined || left === 'no' || right === 'no') return 'no';
  return left === 'maybe' || right === 'maybe' ? 'maybe' : 'yes';
}

/**
 * Σ weight × value ÷ Σ weight, in hundredths of a percent. What is not known is not zero: the score lies between `worst` and `best`,
 * whatever is answered to it. null where nothing counts.
 */
export function scoreOf(terms: readonly Term[]): Score | null {
  const counted = terms.filter(({ weight }) => weight > 0);
  if (counted.length === 0) return null;
  const worst = extreme(
    counted,
    ({ value }) => value.worst,
    (value, average) => value < average,
  );
  const best = extreme(
    counted,
    ({ value }) => value.best,
    (value, average) => value > average,
  );
  const known = counted.filter(({ isKnown, counts }) => isKnown && counts === 'yes').length;
  return { worst: Math.floor(worst), best: Math.ceil(best), terms: counted.length, known };
}

/** The lowest (or highest) average there can be, when each term that may not count does so only if it lowers (or lifts) it. */
function extreme(
  terms: readonly Term[],
  valueOf: (term: Term) => number,
  helps: (value: number, average: number) => boolean,
): number {
  let [sum, weights] = [0, 0];
  const open: Term[] = [];
  for (const term of terms) {
    if (term.counts === 'maybe') open.push(term);
    else [sum, weights] = [sum + term.weight * valueOf(term), weights + term.weight];
  }
  open.sort((a, b) => (helps(valueOf(a), valueOf(b)) ? -1 : Number(helps(valueOf(b), valueOf(a)))));
  for (const term of open) {
    const value = valueOf(term);
    if (weights > 0 && !helps(value, sum / weights)) break;
    [sum, weights] = [sum + term.weight * value, weights + term.weight];
  }
  return sum / weights;
}
