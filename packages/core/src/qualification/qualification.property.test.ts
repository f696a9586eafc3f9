import {
  type Arbitrary,
  assert,
  boolean,
  constant,
  constantFrom,
  integer,
  pre,
  property,
  record,
  shuffledSubarray,
  stringMatching,
  subarray,
  tuple,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partnerKinds } from '../plan/index.ts';
import {
  checkQuestionnaire,
  opens,
  reveal,
  scoreOf,
  seal,
  shownTo,
  termsOf,
  usualQuestionnaire,
  wrongAnswers,
  type Answer,
  type Answers,
  type Item,
} from './index.ts';

/** Any hash does for what is shown here, and this one hides no collision: SHA-256 itself is the caller's. */
const hash = (text: string) => text;

function answerTo({ form }: Item): Arbitrary<Answer> {
  switch (form.kind) {
    case 'single':
      return constantFrom(...form.options.map(({ key }) => key));
    case 'multiple':
      return subarray(form.options.map(({ key }) => key));
    case 'scale':
      return integer({ min: 1, max: 5 });
    case 'number':
      return integer({ min: form.min, max: form.max });
    case 'yes_no':
      return boolean();
    case 'text':
      return constant('Something said');
  }
}

const complete = (items: readonly Item[]): Arbitrary<Answers> =>
  record(Object.fromEntries(items.map((item) => [item.key, answerTo(item)])));

const pick = (answers: Answers, keep: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => keep.includes(key)));

/** A questionnaire, whole answers of both, and what of them is known. */
const cases = constantFrom(...partnerKinds).chain((kind) => {
  const questionnaire = usualQuestionnaire(kind);
  const keys = questionnaire.items.map(({ key }) => key);
  return record({
    questionnaire: constant(questionnaire),
    company: complete(questionnaire.items),
    partner: complete(questionnaire.items),
    known: tuple(subarray(keys), subarray(keys)),
    order: shuffledSubarray([...questionnaire.items], { minLength: keys.length }),
    gone: constantFrom(...keys),
  });
});

describe('the catalogue', () => {
  it('can be published for every kind of partner, with forty items or more over all dimensions', () => {
    for (const kind of partnerKinds) {
      const questionnaire = usualQuestionnaire(kind);
      expect(checkQuestionnaire(questionnaire), kind).toEqual([]);
      expect(questionnaire.items.length).toBeGreaterThanOrEqual(40);
      expect(new Set(questionnaire.items.map(({ dimension }) => dimension)).size).toBe(9);
    }
  });
});

describe('a score', () => {
  it('of what is known holds that of every completion', () => {
    assert(
      property(cases, ({ questionnaire, company, partner, known: [left, right] }) => {
        const span = scoreOf(termsOf(questionnaire, pick(company, left), pick(partner, right)));
        const whole = scoreOf(termsOf(questionnaire, company, partner));
        expect(whole).not.toBeNull();
        if (span === null || whole === null) throw new Error('these questionnaires always count');
        expect(span.worst).toBeLessThanOrEqual(whole.worst);
        expect(span.best).toBeGreaterThanOrEqual(whole.best);
        expect(whole.best - whole.worst).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is never lowered at its best, nor lifted at its worst, by an answer that is taken away', () => {
    assert(
      property(cases, ({ questionnaire, company, partner, known: [left, right], gone }) => {
        const before = scoreOf(termsOf(questionnaire, pick(company, left), pick(partner, right)));
        const without = left.filter((key) => key !== gone);
        const after = scoreOf(termsOf(questionnaire, pick(company, without), pick(partner, right)));
        expect(after?.best).toBeGreaterThanOrEqual(before?.best ?? 0);
        expect(after?.worst).toBeLessThanOrEqual(before?.worst ?? 0);
      }),
    );
  });

  it('is not lowered by more weight on what is at or above it', () => {
    assert(
      property(cases, integer({ min: 1, max: 5 }), ({ questionnaire, company, partner }, more) => {
        const terms = termsOf(questionnaire, company, partner);
        const before = scoreOf(terms);
        const strong = terms.find(({ value, weight }) => weight > 0 && value.worst >= (before?.best ?? 0));
        pre(strong !== undefined);
        const after = scoreOf(terms.map((term) => (term === strong ? { ...term, weight: term.weight + more } : term)));
        expect(after?.worst).toBeGreaterThanOrEqual(before?.worst ?? 0);
      }),
    );
  });

  it('and its differences do not depend on the order of the items', () => {
    assert(
      property(cases, ({ questionnaire, company, partner, order }) => {
        // Conditions look back: only items without one change places.
        const free = order.filter(({ when }) => when === undefined);
        const bound = questionnaire.items.filter(({ when }) => when !== undefined);
        const shuffled = reveal({ ...questionnaire, items: [...free, ...bound] }, company, partner);
        const straight = reveal(questionnaire, company, partner);
        expect(shuffled.score).toEqual(straight.score);
        expect(shuffled.dimensions).toEqual(straight.dimensions);
        expect(shuffled.differences).toEqual(straight.differences);
      }),
    );
  });

  it('is full for two sides that say the same and offer all, and cites only what both are asked', () => {
    const questionnaire = usualQuestionnaire('referrer');
    assert(
      property(complete(questionnaire.items), (answers) => {
        const { differences, clauses, agenda } = reveal(questionnaire, answers, answers);
        for (const { severity, item } of differences) {
          const { compare } = questionnaire.items.find(({ key }) => key === item) ?? {};
          if (compare === 'same' || compare === 'close') expect(severity).toBe('aligned');
        }
        expect(new Set(clauses)).toEqual(new Set(agenda.flatMap((point) => point.clauses)));
        const shown = shownTo(questionnaire, answers);
        for (const { item } of differences) expect(shown.get(item)).not.toBe('no');
      }),
    );
  });
});

describe('a seal', () => {
  it('opens with what was sealed, in whatever order it was said, and with nothing else', () => {
    assert(
      property(cases, stringMatching(/^[0-9a-f]{64}$/), ({ questionnaire, company, gone }, nonce) => {
        const sealed = { roundId: 'r', questionnaireHash: 'q', side: 'company', nonce, answers: company } as const;
        const closed = seal(sealed, hash);
        const turned = Object.fromEntries(Object.entries(company).toReversed());
        expect(opens(closed, { ...sealed, answers: turned }, hash)).toBe(true);
        const { [gone]: _, ...fewer } = company;
        expect(opens(closed, { ...sealed, answers: fewer }, hash)).toBe(false);
        for (const change of [{ side: 'partner' as const }, { roundId: 's' }, { questionnaireHash: 'p' }, { nonce: `${nonce}0` }])
          expect(opens(closed, { ...sealed, ...change }, hash)).toBe(false);
        expect(wrongAnswers(questionnaire, company)).toEqual([]);
      }),
    );
  });
});
