import { expect, test } from 'vitest';
import type { EnrollmentState } from '../counting/terms.ts';
import { explainClick, type ClickWhyInput } from './explain-click.ts';
import { renderExplanation } from './render-explanation.ts';
import { decision, namedTouch, SALE_AT, why } from './sample-why.ts';
import { frenchTexts } from './texts.fr.ts';

const HOUR = 3_600_000;

function click(more: Partial<ClickWhyInput> = {}, row: Partial<ClickWhyInput['click']> = {}): ClickWhyInput {
  return {
    zone: 'Europe/Paris',
    click: {
      at: SALE_AT,
      code: 'anna',
      partnerName: 'Alpina',
      programName: 'Ambassadeurs',
      path: 'redirect',
      parameter: null,
      agent: 'firefox windows',
      flag: null,
      ...row,
    },
    first: null,
    state: 'active',
    linkEndedAt: null,
    uses: [],
    unpaid: 'no_rule_for_event',
    paid: null,
    ...more,
  };
}

const sale = { kind: 'sale' as const, externalId: 'ord_1', occurredAt: SALE_AT + HOUR };
const english = (input: ClickWhyInput) => renderExplanation(explainClick(input), 'en');
const french = (input: ClickWhyInput) => renderExplanation(explainClick(input), 'fr');

test('an ordinary click tells what came of it and why it paid nothing itself', () => {
  const uses = [
    { fact: sale, result: { share: '1/1' } },
    { fact: { ...sale, kind: 'lead' as const, externalId: null }, result: { reason: 'not_last' as const } },
    { fact: sale, result: null },
  ];
  expect(french(click({ uses }))).toEqual([
    'Clic du 3 mars 2026 à 14 h 05 sur le lien « anna » (Alpina, programme « Ambassadeurs »).',
    'Il est passé par notre redirection, sans cookie d’un visiteur connu : l’identifiant du clic voyage dans l’adresse.',
    'Ce n’est ni un robot ni une répétition : il compte comme point de contact.',
    'À ce moment, l’adhésion du partenaire (Alpina) était active.',
    'Prospects et ventes d’un client passé par ce clic : 3.',
    'Vente « ord_1 » du 3 mars 2026 à 15 h 05 : tout le crédit est revenu à ce clic.',
    'Prospect du 3 mars 2026 à 15 h 05 : ce clic n’y compte pas, car un contact plus récent l’emporte.',
    'Vente « ord_1 » du 3 mars 2026 à 15 h 05 : le crédit est passé par un autre point de contact.',
    'Le barème ne prévoit rien pour ce genre de fait.',
    'Une règle portant sur ce genre de fait aurait pu le payer.',
  ]);
});

test('a robot and a repeat say so, a repeat with the click it repeats', () => {
  const robot = english(click({ unpaid: 'bot' }, { flag: 'bot', agent: 'googlebot', path: 'script', parameter: 'via' }));
  expect(robot[1]).toBe('It was told by the script on the company’s own page. The code was found in the parameter “via”.');
  expect(robot[2]).toBe('A robot made it (googlebot): it is kept, and counts for nothing.');
  expect(robot).toContain('No lead or sale came with this click so far.');
  const repeat = click({ unpaid: 'repeat', first: { id: 'clk_1', at: SALE_AT - HOUR } }, { flag: 'repeat' });
  expect(english(repeat)[2]).toBe(
    'It repeats the click clk_1 of 3 March 2026 at 13:05, by the same visitor on this link: it counts for nothing, that one does.',
  );
  expect(english(click({ unpaid: 'repeat' }, { flag: 'repeat' }))[2]).toContain('no longer at hand');
});

test('a click that its program pays for is told like the fact it became', () => {
  const paid = why({
    fact: { ...why().fact, kind: 'click', amount: null },
    decision: { ...decision, model: 'direct' },
    touches: [namedTouch('t2', 0)],
  });
  const sentences = english(click({ unpaid: null, paid, linkEndedAt: SALE_AT + HOUR }));
  expect(sentences).toContain('The link “anna” ended on 3 March 2026 at 15:05.');
  expect(sentences.at(-2)).toContain('straight to the partner');
  expect(english(click({ unpaid: null })).at(-1)).toContain('not yet counted');
});

test('every path, state and reason is a sentence in both languages', () => {
  const { paths, states, rejections } = frenchTexts.words;
  for (const path of Object.keys(paths) as ClickWhyInput['click']['path'][]) {
    for (const state of Object.keys(states) as EnrollmentState[]) {
      for (const reason of Object.keys(rejections) as (keyof typeof rejections)[]) {
        const input = click({ state, uses: [{ fact: sale, result: { reason } }] }, { path });
        for (const sentence of [...french(input), ...english(input)]) expect(sentence).toMatch(/^\p{Lu}.*[^.]\.$/u);
      }
    }
  }
});
