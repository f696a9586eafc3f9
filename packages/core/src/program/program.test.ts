import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dated, EnrollmentState } from '../counting/terms.ts';
import { isValidSlug } from '../codes/index.ts';
import { addDays, parseInstant } from '../time/index.ts';
import {
  checkUpline,
  codeFromName,
  decidePublication,
  decideState,
  freeCode,
  hostOf,
  isAllowedDestination,
  type PublishedVersion,
  type UplineEnrollment,
} from './index.ts';

const DAY = 86_400_000;
const NOW = parseInstant('2026-03-10T09:00:00Z') ?? 0;
const ZONE = 'Europe/Paris';

describe('publication', () => {
  const version = (days: number, noticeDays: number): PublishedVersion => ({
    publishedAt: NOW - 100 * DAY,
    effectiveAt: NOW + days * DAY,
    noticeDays,
  });

  it('takes the first version at any instant', () => {
    expect(decidePublication([], null, NOW, ZONE)).toEqual({ ok: true, effectiveAt: NOW });
    expect(decidePublication([], 0, NOW, ZONE)).toEqual({ ok: true, effectiveAt: 0 });
  });

  it('asks for the notice of the version in force, not of one announced', () => {
    const published = [version(-50, 60), version(-10, 7), version(3, 90)];
    expect(decidePublication(published, NOW + 7 * DAY - 1, NOW, ZONE)).toEqual({
      ok: false,
      reason: 'notice',
      earliest: NOW + 7 * DAY,
    });
    expect(decidePublication(published, NOW + 7 * DAY, NOW, ZONE)).toEqual({ ok: true, effectiveAt: NOW + 7 * DAY });
  });

  it('asks for the notice of the announced version while none is in force', () => {
    const announced = version(5, 20);
    expect(decidePublication([announced], null, NOW, ZONE)).toEqual({ ok: true, effectiveAt: addDays(NOW, 20, ZONE) });
  });

  it('never lets two versions begin together', () => {
    const announced = version(100, 1);
    expect(decidePublication([version(-5, 10), announced], announced.effectiveAt, NOW, ZONE)).toEqual({
      ok: false,
      reason: 'overlap',
      earliest: announced.effectiveAt + 1,
    });
  });

  it('keeps notice and order whatever is asked, and what it calls the earliest is accepted', () => {
    const published = fc.array(
      fc.record({ days: fc.integer({ min: -500, max: 500 }), noticeDays: fc.integer({ min: 0, max: 90 }) }),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    const wish = fc.option(fc.integer({ min: -600, max: 600 }).map((days) => NOW + days * DAY));
    fc.assert(
      fc.property(published, wish, (entries, asked) => {
        const versions = entries.map(({ days, noticeDays }) => version(days, noticeDays));
        const decision = decidePublication(versions, asked, NOW, ZONE);
        if (!decision.ok) return decidePublication(versions, decision.earliest, NOW, ZONE).ok;
        return decision.effectiveAt >= NOW && versions.every(({ effectiveAt }) => effectiveAt < decision.effectiveAt);
      }),
    );
  });
});

describe('states of an enrollment', () => {
  const entry = (from: number, value: EnrollmentState): Dated<EnrollmentState> => ({ from, recordedAt: from, value });

  it('begins now, or when the last announced change does', () => {
    expect(decideState([entry(0, 'active')], 'paused', null, NOW)).toEqual({ kind: 'change', from: NOW });
    const announced = [entry(0, 'active'), entry(NOW + DAY, 'paused')];
    expect(decideState(announced, 'active', null, NOW)).toEqual({ kind: 'change', from: NOW + DAY });
    expect(decideState(announced, 'active', NOW, NOW)).toEqual({ kind: 'too_early', earliest: NOW + DAY });
  });

  it('knows the steps', () => {
    expect(decideState([entry(0, 'active')], 'active', NOW, NOW)).toEqual({ kind: 'same' });
    expect(decideState([entry(0, 'ended')], 'paused', null, NOW)).toEqual({ kind: 'impossible', possible: ['active'] });
    expect(decideState([entry(0, 'active')], 'pending', null, NOW).kind).toBe('impossible');
  });
});

describe('upline', () => {
  const enrollment = (id: string, uplineEnrollmentId: string | null, programId = 'p'): [string, UplineEnrollment] => [
    id,
    { id, programId, partnerId: `partner of ${id}`, uplineEnrollmentId },
  ];

  it('follows the chain to its end', () => {
    const chain = new Map([enrollment('a', 'b'), enrollment('b', 'c'), enrollment('c', null)]);
    expect(checkUpline('new', 'p', 'a', chain)).toBe('ok');
    expect(checkUpline('partner of c', 'p', 'a', chain)).toBe('cycle');
    expect(checkUpline('new', 'other', 'a', chain)).toBe('unknown');
    expect(checkUpline('new', 'p', 'z', chain)).toBe('unknown');
  });

  it('ends on a chain that bites its tail', () => {
    expect(checkUpline('new', 'p', 'a', new Map([enrollment('a', 'b'), enrollment('b', 'a')]))).toBe('cycle');
  });
});

describe('destinations', () => {
  it('reads the host a browser would visit', () => {
    expect(hostOf('HTTPS://Shop.Example:8443/a?b#c')).toBe('shop.example');
    expect(hostOf('http://shop.example.')).toBe('shop.example');
    for (const url of ['shop.example', '//shop.example', 'https://a@b', 'https://a\\@b', 'ftp://a', 'data:x', '']) {
      expect(hostOf(url)).toBeNull();
    }
  });

  it('stays on the host, its sub-domains and its bare name', () => {
    const allowed = (url: string, host: string) => isAllowedDestination(url, [host]);
    expect(allowed('https://shop.example', 'shop.example')).toBe(true);
    expect(allowed('https://a.b.shop.example', 'Shop.Example')).toBe(true);
    expect(allowed('https://shop.example', 'www.shop.example')).toBe(true);
    expect(allowed('https://blog.shop.example', 'www.shop.example')).toBe(false);
    expect(allowed('https://myshop.example', 'shop.example')).toBe(false);
    expect(allowed('https://1.10.0.0.1', '10.0.0.1')).toBe(false);
    expect(isAllowedDestination('https://shop.example', [])).toBe(false);
  });
});

describe('codes from names', () => {
  it('keeps what can be typed', () => {
    expect(codeFromName('Éditions du Lac & fils', 'x')).toBe('editions-du-lac-fils');
    expect(codeFromName('  --  ', 'partner')).toBe('partner');
    expect(codeFromName('東京', 'partner')).toBe('partner');
  });

  it('always makes a canonical one, and frees it of what is taken', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), fc.integer({ min: 0, max: 30 }), (name, count) => {
        const code = codeFromName(name, 'partner');
        const taken = new Set<string>();
        for (let index = 0; index < count; index += 1) taken.add(freeCode(code, (candidate) => taken.has(candidate)));
        const free = freeCode(code, (candidate) => taken.has(candidate));
        return taken.size === count && !taken.has(free) && isValidSlug(free) && isValidSlug(code);
      }),
    );
  });
});
