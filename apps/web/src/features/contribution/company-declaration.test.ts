// @vitest-environment jsdom
import { contributionRoutes } from '@cordee/contract/contribution';
import { expect, test } from 'vitest';
import { companyBodyOf, companyFieldOf, emptyCompanyDeclaration, shareOf } from './company-declaration.ts';
import { contributionFilters } from './contribution-filters.ts';

const reading = { language: 'fr', zone: 'Europe/Paris', today: '2026-11-29' } as const;
const enrollments = ['enr_01h45nvb5pextapf6f6a01aqw8', 'enr_01h45nvb5pextapf6f6a01aqw9'] as const;

test('what was typed becomes a body that the contract takes, of each kind', () => {
  const typed = { ...emptyCompanyDeclaration('EUR'), customerExternalId: ' client-7 ', customerCountry: 'FR', consent: true };
  const shares = enrollments.map((enrollmentId) => ({ enrollmentId, share: '50' }));
  for (const kind of ['deal', 'introduction', 'lead', 'contribution', 'agreement'] as const) {
    const body = companyBodyOf(kind, typed, { enrollmentId: enrollments[0], shares }, reading);
    expect(body.customer).toEqual({ externalId: 'client-7', country: 'FR' });
    expect(contributionRoutes.declareContribution.body?.safeParse(body).success, kind).toBe(true);
  }
});

test('days begin in the zone, the last one is whole, and today is now', () => {
  const typed = { ...emptyCompanyDeclaration('EUR'), customerName: 'Lac', occurredOn: '2026-11-01', validUntil: '2027-05-31' };
  const parties = { enrollmentId: enrollments[0], shares: [] };
  expect(companyBodyOf('introduction', typed, parties, reading)).toMatchObject({
    occurredAt: '2026-10-31T23:00:00.000Z',
    validUntil: '2027-05-31T22:00:00.000Z',
  });
  expect(companyBodyOf('introduction', { ...typed, occurredOn: reading.today }, parties, reading)).not.toHaveProperty(
    'occurredAt',
  );
});

test('a part is a percentage unless it says otherwise', () => {
  expect(['50', '33,3 %', '12.5%', '1/3'].map(shareOf)).toEqual(['50%', '33.3%', '12.5%', '1/3']);
});

test('faults of a split stand beside its part', () => {
  expect(['shares[1].share', 'shares[0].enrollmentId', 'shares', 'customer', 'occurredAt'].map(companyFieldOf)).toEqual([
    'share1',
    'partner0',
    'shares',
    'customerName',
    'occurredOn',
  ]);
});

test('an address filters by what it knows', () => {
  expect(contributionFilters({ kind: 'deal', state: 'waiting', partnerId: 'prt_1', programId: 'x', open: 'ctb_1' })).toEqual({
    kind: 'deal',
    state: 'waiting',
    partnerId: 'prt_1',
  });
  expect(contributionFilters({ kind: 'toString', state: 3 })).toEqual({});
});
