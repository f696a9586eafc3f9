import { expect, test } from 'vitest';
import { compareClauses } from './compare-clauses.ts';
import { planNews } from './plan-news.ts';
import { renderPlan } from './render-plan.ts';
import { planTemplates } from './templates.ts';

const { affiliate } = planTemplates;
const after = { ...affiliate, holdDays: 60 };
const news = {
  workspace: 'Alpes',
  partner: 'Atelier',
  plan: 'Amis',
  version: 2,
  date: '8 janvier 2027',
  noticeDays: 30,
  clauses: renderPlan(after, 'en'),
};
const changesIn = (language: 'fr' | 'en') => compareClauses(renderPlan(affiliate, language), renderPlan(after, language));

test('only what changes is told, before and after, with the date, in the language of the partner', () => {
  const fr = planNews({ ...news, changes: changesIn('fr') }, 'fr');
  expect(fr.subject).toBe('Vos conditions changent le 8 janvier 2027');
  expect(fr.opening).toContain('version 2 du barème « Amis » pour Atelier');
  expect(fr.changes).toHaveLength(1);
  expect(fr.changes[0]?.lines).toEqual([
    expect.stringMatching(/^Jusque-là : .*30 jours/),
    expect.stringMatching(/^Ensuite : .*60 jours/),
  ]);
  const en = planNews({ ...news, changes: changesIn('en') }, 'en');
  expect(en.changes[0]?.heading).toMatch(/^Clause \d+: Hold$/);
  expect(en.closing).toEqual([
    'What was earned before that date keeps its terms.',
    'This is 30 days’ notice, as your present terms provide.',
  ]);
});

test('a plan that is new to the partner is read whole, one that reads the same says so', () => {
  const whole = planNews({ ...news, version: 1, changes: null }, 'en');
  expect(whole.changes).toHaveLength(news.clauses.length);
  expect(whole.changes[0]?.lines).toEqual([news.clauses[0]?.text]);
  const same = compareClauses(renderPlan(affiliate, 'en'), renderPlan(affiliate, 'en'));
  expect(planNews({ ...news, noticeDays: 0, changes: same }, 'en').closing).toEqual([
    'No clause reads otherwise than before.',
    'What was earned before that date keeps its terms.',
  ]);
});
