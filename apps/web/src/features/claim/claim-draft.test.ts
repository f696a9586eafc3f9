// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { openClaimBody } from '@cordee/contract/claim-body';
import { bodyOf, emptyDraft, fieldOf, kindsOf, targetOf } from './claim-draft.ts';

const enrollmentId = 'enr_01h45nvb5pextapf6f6a01aqw7';
const reading = { language: 'fr', zone: 'Europe/Paris', now: Date.parse('2026-03-10T12:00:00Z') } as const;
const typed = {
  ...emptyDraft(enrollmentId, 'EUR'),
  day: '2026-03-01',
  eventId: ' order-7 ',
  amount: '1 234,50',
  text: 'Par téléphone',
};

describe('what is sent for what was typed', () => {
  test('a missing sale, which the contract takes', () => {
    const body = bodyOf('missing', {}, { ...typed, links: 'https://a.example/1\nhttps://a.example/2' }, reading);
    expect(body).toMatchObject({
      kind: 'missing',
      expected: { what: 'sale', occurredAt: '2026-03-01T22:59:59.999Z', eventId: 'order-7', amount: 123_450, currency: 'EUR' },
      links: ['https://a.example/1', 'https://a.example/2'],
    });
    expect(openClaimBody.safeParse(body).success).toBe(true);
  });

  test('today is not the future, and an amount that cannot be read is told by the contract', () => {
    expect(bodyOf('missing', {}, { ...typed, day: '2026-03-10' }, reading).expected?.occurredAt).toBe('2026-03-10T12:00:00.000Z');
    const faults = openClaimBody.safeParse(bodyOf('missing', {}, { ...typed, amount: 'douze' }, reading)).error?.issues;
    expect(faults?.map(({ path }) => fieldOf(path.join('.')))).toEqual(['amount']);
  });

  test('of what is named, nothing is said besides', () => {
    const target = targetOf('com_01h45nvb5pextapf6f6a01aqw8');
    expect(bodyOf('rejected', target, typed, reading)).not.toHaveProperty('expected');
    expect(kindsOf(target)).toEqual(['rejected', 'wrong', 'split']);
    expect(kindsOf(targetOf('new'))).toEqual(['missing', 'split']);
    expect(kindsOf(targetOf('ctb_01h45nvb5pextapf6f6a01aqw8'))).toEqual(['rejected']);
  });
});
