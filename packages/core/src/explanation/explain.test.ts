import { describe, expect, test } from 'vitest';
import type { Arithmetic } from '../counting/outcome.ts';
import { explain } from './explain.ts';
import { renderExplanation } from './render-explanation.ts';
import { citedCommission, decision, namedCommission, namedTouch, SALE_AT, why } from './sample-why.ts';
import type { WhyInput } from './why-input.ts';

function french(input: WhyInput): string[] {
  return renderExplanation(explain(input), 'fr');
}

function english(input: WhyInput): string[] {
  return renderExplanation(explain(input), 'en');
}

describe('a paid sale', () => {
  const paid = why({
    decision: { ...decision, rejected: [{ touchpointId: 't1', reason: 'not_last' }] },
    touches: [namedTouch('t2', 1), namedTouch('t1', 2, { enrollmentId: 'enr_b', partnerName: 'Bivouac', via: 'introduction' })],
    commissions: [namedCommission({ amount: 1200n, arithmetic: { kind: 'percent', base: '12000', rate: '10%' } })],
    transactions: [
      {
        id: 'txn_1',
        kind: 'accrual',
        effectiveAt: SALE_AT,
        postings: [
          {
            debit: 'commission_expense',
            credit: 'pending',
            partnerId: 'prt_a',
            currency: 'EUR',
            amount: 1200n,
            commission: { factSeq: 7n, number: 0 },
          },
        ],
      },
    ],
  });

  test('in French', () => {
    expect(french(paid)).toEqual([
      'Vente de 120,00 €, le 3 mars 2026 à 14 h 05 ; source « api », référence « ord_1 ».',
      'Points de contact examinés : 2.',
      'Mise en relation du 1er mars 2026 à 14 h 05 (Bivouac, programme « Ambassadeurs ») : ne compte pas, car un contact plus récent l’emporte.',
      'Clic du 2 mars 2026 à 14 h 05 (Alpina, programme « Ambassadeurs ») : compte pour l’attribution.',
      'Ce fait relève du programme « Ambassadeurs », selon le barème « Standard », version 3. Le dernier contact retenu reçoit tout le crédit.',
      'Alpina reçoit tout le crédit, grâce au clic du 2 mars 2026 à 14 h 05.',
      'Commission n° 1, Alpina : 12,00 €.',
      'Clause 2 du barème, version 3 : 10 % du montant net.',
      'Calcul : 120,00 € × 10 % = 12,00 €.',
      'En attente : exigible à partir du 2 avril 2026, à la fin du délai de carence.',
      'Écriture du 3 mars 2026 : commission acquise.',
      '12,00 €, Alpina : débit « charges de commissions », crédit « commissions en attente ».',
    ]);
  });

  test('in English', () => {
    expect(english(paid)).toEqual([
      'Sale (€120.00) on 3 March 2026 at 14:05; source “api”, reference “ord_1”.',
      'Touchpoints considered: 2.',
      'Introduction of 1 March 2026 at 14:05 (Bivouac, program “Ambassadeurs”): does not count, because a later touchpoint wins.',
      'Click of 2 March 2026 at 14:05 (Alpina, program “Ambassadeurs”): counts.',
      'This fact belongs to the program “Ambassadeurs”, under the plan “Standard”, version 3. The last touchpoint that counts receives all the credit.',
      'Alpina receives all the credit, for the click of 2 March 2026 at 14:05.',
      'Commission no. 1, Alpina: €12.00.',
      'Clause 2 of the plan, version 3: 10% of the net amount.',
      'Computation: €120.00 × 10% = €12.00.',
      'Pending: payable from 2 April 2026, at the end of the hold.',
      'Ledger transaction of 3 March 2026: commission earned.',
      '€12.00, Alpina: debit “commission expense”, credit “pending commissions”.',
    ]);
  });
});

describe('an unpaid sale', () => {
  test('says what was wrong with each touchpoint, and what would have paid', () => {
    const rejected = [
      { touchpointId: 't1', reason: 'outside_window' as const },
      { touchpointId: 'gone', reason: 'bot' as const },
    ];
    const unpaid = { ...decision, credits: [], model: null, rejected, unpaid: 'no_qualifying_touchpoint' as const };
    expect(french(why({ decision: unpaid, touches: [namedTouch('t1', 90)] })).slice(1)).toEqual([
      'Points de contact examinés : 2.',
      'Clic du 3 décembre 2025 à 14 h 05 (Alpina, programme « Ambassadeurs ») : ne compte pas, car la fenêtre d’attribution était dépassée.',
      'Point de contact gone, dont le détail n’est plus disponible : ne compte pas, car un robot en est l’origine.',
      'Aucun point de contact ne remplit les conditions pour recevoir du crédit.',
      'Il aurait fallu un contact d’un partenaire actif, dans la fenêtre d’attribution et avant ce fait.',
    ]);
  });

  test('lists every rule that did not pay, with the fields that decided', () => {
    const verdicts = [
      { enrollmentId: 'enr_a', ruleId: 'swiss', verdict: 'not_matched' as const, fields: ['customer.country', 'metadata.seats'] },
      { enrollmentId: 'enr_a', ruleId: 'bonus', verdict: 'not_matched' as const, fields: ['milestone.sales'] },
      { enrollmentId: 'enr_a', ruleId: 'certified', verdict: 'unknown' as const, fields: ['partner.attributes.tier'] },
      { enrollmentId: 'enr_a', ruleId: 'new-customers', verdict: 'capped' as const },
    ];
    const input = why({
      decision: { ...decision, verdicts, unpaid: 'no_rule_matched' },
      names: { partners: { prt_a: 'Alpina' } },
    });
    expect(french(input).slice(3, 8)).toEqual([
      'Règles examinées qui n’ont rien payé : 4.',
      'Règle « swiss », Alpina : n’a rien payé, car ses conditions ne sont pas remplies (pays du client, donnée « seats »).',
      'Règle « bonus », Alpina : n’a rien payé, car ses conditions ne sont pas remplies (objectif de ventes).',
      'Règle « certified », Alpina : n’a rien payé, car il manque une donnée pour vérifier ses conditions (attribut « tier » du partenaire).',
      'Règle « new-customers », Alpina : n’a rien payé, car le plafond est déjà atteint.',
    ]);
    const paidCapped = why({
      decision: { ...decision, verdicts },
      commissions: [namedCommission({ amount: 1n, arithmetic: { kind: 'fixed', amount: '1' } })],
    });
    expect(french(paidCapped).join(' ')).not.toContain('« new-customers »');
  });
});

test('a fact that is not counted yet shows what is known', () => {
  const late = { ...why().fact, recordedAt: SALE_AT + 7_200_000 };
  expect(english(why({ fact: late, decision: null, touches: [namedTouch('t1', 1)] }))).toEqual([
    'Sale (€120.00) on 3 March 2026 at 14:05; source “api”, reference “ord_1”.',
    'Recorded on 3 March 2026 at 16:05: nothing learned later entered the computation.',
    'Touchpoints known: 1.',
    'Click of 2 March 2026 at 14:05 (Alpina, program “Ambassadeurs”).',
    'This fact is recorded but not yet counted: it will be in its turn.',
  ]);
});

test('a shared credit tells exact parts, and what came before the model', () => {
  const credits = ['a', 'b', 'c'].map((id) => ({
    enrollmentId: `enr_${id}`,
    partnerId: `prt_${id}`,
    share: '1/3',
    via: 'lifetime' as const,
    touchpointId: null,
  }));
  const sentences = french(why({ decision: { ...decision, credits }, names: { partners: { prt_a: 'Alpina' } } }));
  expect(sentences.slice(1, 4)).toEqual([
    'Ce fait est attribué. Ce client était déjà attribué ; il le reste.',
    'Alpina reçoit 1/3 (environ 33,33 %) du crédit, car ce client lui est déjà attribué.',
    'prt_b reçoit 1/3 (environ 33,33 %) du crédit, car ce client lui est déjà attribué.',
  ]);
});

describe('what decided', () => {
  test.each([
    ['coupon', { rejected: [{ touchpointId: 't1', reason: 'coupon_took_precedence' as const }] }],
    ['agreed_last', { model: 'agreed' }],
    ['as_target', { model: 'as_target', credits: decision.credits.map((credit) => ({ ...credit, via: 'lifetime' as const })) }],
    [null, { model: 'of_another_version' }],
  ])('%s', (rule, more) => {
    const decided = explain(why({ decision: { ...decision, ...more } })).steps.find(({ code }) => code === 'decided');
    expect(decided?.values).toMatchObject({ rule });
  });
});

describe('each arithmetic', () => {
  const cases: [string, bigint, Arithmetic, string[]][] = [
    ['percent', 1250n, { kind: 'percent', base: '9999', rate: '12.5%' }, ['Calcul : 99,99 € × 12,5 % = 12,50 € après arrondi.']],
    ['fixed', 2500n, { kind: 'fixed', amount: '2500' }, ['Calcul : montant fixe de 25,00 €.']],
    [
      'fixed, shared',
      1250n,
      { kind: 'fixed', amount: '2500', share: '1/2' },
      ['Calcul : montant fixe de 25,00 € × 50 % (part du crédit) = 12,50 €.'],
    ],
    ['per unit', 600n, { kind: 'per_unit', amount: '200', quantity: 3 }, ['Calcul : 2,00 € × 3 unités = 6,00 €.']],
    [
      'marginal tiers',
      1100n,
      {
        kind: 'tiers',
        mode: 'marginal',
        measure: 'revenue',
        volumeBefore: '995000',
        slices: [
          { from: '0', volume: '5000', rate: '10%' },
          { from: '1000000', volume: '5000', rate: '12%' },
        ],
      },
      [
        'Calcul par paliers, chaque tranche à son palier ; volume déjà atteint sur la période : 9 950,00 €.',
        'Palier à partir de 0,00 € : 50,00 € × 10 %.',
        'Palier à partir de 10 000,00 € : 50,00 € × 12 %.',
        'Total des paliers : 11,00 €.',
      ],
    ],
    [
      'whole tiers of an amount',
      750n,
      {
        kind: 'tiers',
        mode: 'whole',
        measure: 'sales',
        volumeBefore: '10',
        slices: [{ from: '11', volume: '1', amount: '1500' }],
        share: '1/2',
      },
      [
        'Calcul par paliers, le tout au palier atteint ; volume déjà atteint sur la période : 10 ventes. Part du crédit : 50 %.',
        'Palier à partir de 11 ventes : 15,00 € × 1 unité.',
        'Total des paliers : 7,50 €.',
      ],
    ],
    [
      'retroactive',
      26_000n,
      { kind: 'retroactive', measure: 'customers', reached: '12', volume: '1200000', rate: '8%', earnedBefore: '70000' },
      [
        'Calcul rétroactif : la période atteint 12 clients ; 12 000,00 € × 8 % = 960,00 €, moins 700,00 € déjà acquis : 260,00 €.',
      ],
    ],
    [
      'milestone',
      10_000n,
      { kind: 'milestone', measure: 'leads', reached: '21', threshold: '20', amount: '10000' },
      ['Objectif atteint : 21 prospects pour un seuil de 20 prospects ; prime de 100,00 €.'],
    ],
    [
      'upline',
      125n,
      { kind: 'upline', level: 1, of: 'commission', base: '1250', rate: '10%' },
      ['Part de parrainage de niveau 1 : 12,50 € (commission du partenaire parrainé) × 10 % = 1,25 €.'],
    ],
  ];

  test.each(cases)('%s', (_name, amount, arithmetic, expected) => {
    const sentences = french(why({ commissions: [namedCommission({ amount, arithmetic })] }));
    expect(sentences.slice(5, 5 + expected.length)).toEqual(expected);
  });

  test('a rate that needs no rounding after the cap is not called rounded', () => {
    const cap = { cap: 0, before: '1200', room: '500' };
    const sentences = french(
      why({ commissions: [namedCommission({ amount: 500n, cap, arithmetic: { kind: 'percent', base: '12000', rate: '10%' } })] }),
    );
    expect(sentences.slice(5, 7)).toEqual([
      'Calcul : 120,00 € × 10 % = 12,00 €.',
      'Le plafond n° 1 du barème ramène ce montant de 12,00 € à 5,00 €, ce qui restait disponible.',
    ]);
  });
});

test('a partly reversed commission says what is left', () => {
  const commission = namedCommission({
    amount: 1200n,
    reversed: 300n,
    status: 'paid',
    arithmetic: { kind: 'fixed', amount: '1200' },
  });
  expect(french(why({ commissions: [commission] })).slice(-2)).toEqual(['Versée.', 'Repris depuis : 3,00 € ; il reste 9,00 €.']);
});

test('reversals point to the commission they take from', () => {
  const reversal = {
    factSeq: 9n,
    commission: { factSeq: 7n, number: 1 },
    partnerId: 'prt_a',
    currency: 'EUR',
    partnerName: 'Alpina',
  };
  const input = why({
    decision: { ...decision, credits: [], model: null },
    reversals: [
      { ...reversal, amount: 300n, from: 'payable', cited: citedCommission({ number: 1 }) },
      { ...reversal, amount: -100n, from: 'pending', cited: citedCommission({ number: 2 }) },
    ],
  });
  expect(french(input).slice(1)).toEqual([
    'Reprise de 3,00 € sur la commission n° 2 (Alpina) de la vente « ord_1 » du 3 mars 2026, prise sur son solde exigible, donc déduite de son prochain versement.',
    'Clause 2 du barème, version 3, au taux figé de 10 % : 10 % du montant net.',
    'Restitution de 1,00 € à la commission n° 3 (Alpina) de la vente « ord_1 » du 3 mars 2026, remise dans ses commissions en attente.',
    'Clause 2 du barème, version 3, au taux figé de 10 %.',
  ]);
  expect(english(input)[2]).toBe('Clause 2 of the plan, version 3, frozen at 10%: 10% of the net amount.');
});

test('what later facts took back of a sale names them', () => {
  const by = { kind: 'refund' as const, externalId: 'ref_1', occurredAt: SALE_AT + 9 * 86_400_000 };
  const taken = {
    factSeq: 9n,
    commission: { factSeq: 7n, number: 0 },
    partnerId: 'prt_a',
    currency: 'EUR',
    partnerName: 'Alpina',
  };
  const input = why({ reversals: [{ ...taken, amount: 300n, from: 'pending', by }] });
  expect(english(input).at(-1)).toBe(
    '€3.00 taken back since from commission no. 1 (Alpina), by the refund “ref_1” of 12 March 2026.',
  );
});

test('a dispute names what it suspends or sets free, under which clause', () => {
  const opened = { ...why().fact, kind: 'dispute_opened' as const, amount: null };
  const fixed = citedCommission({ arithmetic: { kind: 'fixed', amount: '500' } });
  const input = why({
    fact: opened,
    decision: { ...decision, credits: [], model: null },
    changes: [
      { kind: 'suspended', amount: 900n, cited: citedCommission() },
      { kind: 'restored', amount: 500n, cited: fixed },
    ],
  });
  expect(english(input).slice(1)).toEqual([
    '€9.00 suspended until the dispute ends: what is left of commission no. 1 (Alpina) of the sale “ord_1” of 3 March 2026.',
    'Clause 2 of the plan, version 3, frozen at 10%: 10% of the net amount.',
    '€5.00 no longer suspended: what is left of commission no. 1 (Alpina) of the sale “ord_1” of 3 March 2026; payable once its hold is over.',
    'Clause 2 of the plan, version 3, frozen at €5.00.',
  ]);
});

test('a clause that several lines fall under is told once', () => {
  const line = { amount: 1200n, arithmetic: { kind: 'percent' as const, base: '12000', rate: '10%' } };
  const commissions = [1, 2].map((id) => namedCommission({ ...line, number: id - 1, lineId: String(id) }));
  const clauses = french(why({ commissions: [...commissions, namedCommission({ ...line, clause: '3' })] })).filter((sentence) =>
    sentence.startsWith('Clause'),
  );
  expect(clauses).toEqual([
    'Clause 2 du barème, version 3 : 10 % du montant net.',
    'Clause 2 du barème, version 3.',
    'Clause 3 du barème, version 3 : 10 % du montant net.',
  ]);
});

test('counters that were read are told by what they count', () => {
  const inputs = {
    'v|enr_a|revenue|EUR|2026-03': '900000',
    'v|enr_a|sales|*|2026-Q1': '1',
    'c|partner|enr_a|EUR|*|2026-03-03': '4000',
    'c|customer|enr_a/c0ffee|EUR|new-customers|ever': '100',
    'c|program|prg_a|EUR|*|2026': '7000',
    'b|enr_a|tiered~9f1c|EUR|2026-03': '500000',
    'e|enr_a|tiered~9f1c|EUR|2026-03': '25000',
    'm|enr_a|bonus|2026-03': '1',
    'enr_a.customer.firstPaymentAt': '2026-01-05T10:00:00.000Z',
    'customer.country': 'FR',
  };
  const touches = [namedTouch('t2', 1)];
  const sentences = french(why({ decision: { ...decision, inputs }, touches }));
  expect(sentences.slice(-11)).toEqual([
    'Données lues pour ce calcul, en plus du fait : 10.',
    'Volume déjà atteint (Alpina, 2026-03) : 9 000,00 €.',
    'Volume déjà atteint (Alpina, 2026-Q1) : 1 vente.',
    'Déjà compté sous un plafond par partenaire (Alpina, 3 mars 2026) : 40,00 €.',
    'Déjà compté sous un plafond par client, pour la règle « new-customers » (Alpina, depuis le début) : 1,00 €.',
    'Déjà compté sous un plafond du programme (2026) : 70,00 €.',
    'Base déjà comptée par la règle « tiered » (Alpina, 2026-03) : 5 000,00 €.',
    'Montant déjà acquis par la règle « tiered » (Alpina, 2026-03) : 250,00 €.',
    'Objectif de la règle « bonus » (Alpina, 2026-03) : déjà payé.',
    'Première conversion de ce client commissionnée pour ce partenaire : 5 janvier 2026 à 11 h 00.',
    'Pays du client : FR.',
  ]);
  expect(sentences.join(' ')).not.toContain('c0ffee');
});
