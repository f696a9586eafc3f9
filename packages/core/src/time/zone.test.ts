import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isZone, offsetAt, parseInstant } from './index.ts';

const HOUR = 3_600_000;

function at(text: string): number {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(`bad test instant ${text}`);
  return instant;
}

test('offsets on both sides of a clock change, to the millisecond', () => {
  const spring = at('2026-03-29T01:00:00Z');
  expect(offsetAt(spring - 1, 'Europe/Paris')).toBe(HOUR);
  expect(offsetAt(spring, 'Europe/Paris')).toBe(2 * HOUR);
  const halfHour = at('2026-04-04T15:00:00Z');
  expect(offsetAt(halfHour - 1, 'Australia/Lord_Howe')).toBe(11 * HOUR);
  expect(offsetAt(halfHour, 'Australia/Lord_Howe')).toBe(10.5 * HOUR);
  expect(offsetAt(at('1900-01-01T00:00:00Z'), 'Europe/Paris')).toBe(561_000);
  expect(offsetAt(0, 'UTC')).toBe(0);
});

test('a zone is an IANA name', () => {
  for (const name of ['Europe/Paris', 'UTC', 'America/Argentina/Ushuaia', 'Etc/GMT+5'])
    expect([name, isZone(name)]).toEqual([name, true]);
  for (const name of ['', 'Paris', '+01:00', 'Europe/Paris ', 'x'.repeat(99)])
    expect([name, isZone(name)]).toEqual([name, false]);
  expect(() => offsetAt(0, 'Europe/Nowhere')).toThrow(/unknown time zone/);
});

test('the cached offset is the one a fresh reading gives', () => {
  const zones = [
    'Europe/Paris',
    'America/St_Johns',
    'America/Sao_Paulo',
    'Africa/Casablanca',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Asia/Kathmandu',
  ];
  fc.assert(
    fc.property(
      fc.integer({ min: at('1950-01-01T00:00:00Z'), max: at('2040-01-01T00:00:00Z') }),
      fc.constantFrom(...zones),
      (instant, zone) => {
        const wall = new Intl.DateTimeFormat('en-GB', {
          timeZone: zone,
          hourCycle: 'h23',
          year: 'numeric',
          month: '2-digit',
          day: '2-digit',
          hour: '2-digit',
          minute: '2-digit',
          second: '2-digit',
        }).format(instant);
        const shifted = new Intl.DateTimeFormat('en-GB', {
          timeZone: 'UTC',
          hourCycle: 'h23',
          year: 'numeric',
          month: '2-digit',
          day: '2-digit',
          hour: '2-digit',
          minute: '2-digit',
          second: '2-digit',
        }).format(instant + offsetAt(instant, zone));
        expect(shifted).toBe(wall);
      },
    ),
  );
});
