// @vitest-environment jsdom
import { contributionRoutes } from '@cordee/contract/contribution';
import { expect, test } from 'vitest';
import { bodyOf, emptyDeclaration, fieldOf } from './declaration.ts';

const reading = { language: 'fr', zone: 'Europe/Paris' } as const;
const typed = { ...emptyDeclaration('enr_01h45nvb5pextapf6f6a01aqw8', 'EUR'), customerName: 'Refuge du Lac' };
const { body } = contributionRoutes.declareContribution;

test('a deal is what was typed, in minor units, until the end of its last day', () => {
  const sent = bodyOf(
    'deal',
    { ...typed, products: 'bottes, cordes,', expectedAmount: '4 800,50', validUntil: '2027-05-31' },
    reading,
  );
  expect(sent).toEqual({
    kind: 'deal',
    enrollmentId: typed.enrollmentId,
    customer: { name: 'Refuge du Lac' },
    products: ['bottes', 'cordes'],
    expectedAmount: 480_050,
    currency: 'EUR',
    validUntil: '2027-05-31T22:00:00.000Z',
  });
  expect(body?.safeParse(sent).success).toBe(true);
});

test('only what belongs to the kind is sent, whatever else was typed before', () => {
  const all = { ...typed, products: 'x', leadName: 'demo', nature: 'support', quantity: 3, unit: 'hours', consent: true };
  for (const kind of ['deal', 'introduction', 'lead', 'contribution'] as const) {
    expect([kind, body?.safeParse(bodyOf(kind, all, reading)).error?.issues]).toEqual([kind, undefined]);
  }
});

test('what cannot be read, and a consent that was not given, are refused beside their fields', () => {
  const faults = (sent: unknown) =>
    body?.safeParse(sent).error?.issues.map(({ path }) => fieldOf(path.filter((part) => typeof part === 'string').join('.')));
  expect(faults(bodyOf('deal', { ...typed, expectedAmount: 'beaucoup' }, reading))).toContain('expectedAmount');
  expect(faults(bodyOf('lead', typed, reading))).toContain('consent');
  expect(faults(bodyOf('introduction', { ...typed, customerName: '' }, reading))).toContain('customerName');
});
