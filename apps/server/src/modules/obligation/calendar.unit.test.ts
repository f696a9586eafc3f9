import { expect, test } from 'vitest';
import { calendarText } from './calendar.ts';

const entry = { uid: 'obl_1@cordee', on: '2026-02-28', description: 'Atelier', isDone: false };

test('whole days, escaped, folded at 75 octets without cutting a character', () => {
  const title = `Attestation ; de vigilance, ${'é'.repeat(60)}`;
  const text = calendarText('Obligations', [{ ...entry, title }], Date.UTC(2026, 0, 2, 3, 4, 5));
  expect(text).toContain('DTSTAMP:20260102T030405Z\r\n');
  expect(text).toContain('DTSTART;VALUE=DATE:20260228\r\nDTEND;VALUE=DATE:20260301\r\n');
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title.replace(';', '\\;').replace(',', '\\,')}\r\n`);
});

test('no line of a title becomes a line of the file', () => {
  const text = calendarText('x', [{ ...entry, title: 'a\r\nEND:VCALENDAR' }], 0);
  expect(text.match(/^END:VCALENDAR/gm)).toHaveLength(1);
});
