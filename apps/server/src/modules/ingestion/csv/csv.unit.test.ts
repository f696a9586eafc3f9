import * as fc from 'fast-check';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '../../../platform/refusal.ts';
import { decodeField } from './decode-field.ts';
import { guessDates, guessDelimiter, guessNumbers } from './guess-style.ts';
import { matchColumns } from './match-columns.ts';
import { readAmount, readInstant, RowReject, type Style } from './read-values.ts';
import { openScanner, type ScannedRow } from './row-scanner.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordee-csv-'));
});
afterAll(() => rm(folder, { recursive: true }));

let files = 0;

async function scan(bytes: Buffer, delimiter = ',', from = { position: 0, line: 1 }) {
  files += 1;
  const path = join(folder, `${files}.csv`);
  await writeFile(path, bytes);
  const file = await open(path, 'r');
  const rows: (ScannedRow & { end: number })[] = [];
  try {
    const scanner = openScanner(file, delimiter, from);
    for (;;) {
      const row = scanner.next();
      if (row !== null) rows.push({ ...row, end: scanner.position });
      else if (!(await scanner.fill())) return { rows, line: scanner.line };
    }
  } finally {
    await file.close();
  }
}

async function fieldsOf(text: string, delimiter = ',') {
  return (await scan(Buffer.from(text), delimiter)).rows.map(({ fields }) => fields);
}

describe('rows', () => {
  test('bare, quoted, empty, with any line end', async () => {
    expect(await fieldsOf('a,b\r\n1,"2,""x"""\n,\n\r\n"",z')).toEqual([
      ['a', 'b'],
      ['1', '2,"x"'],
      ['', ''],
      ['', 'z'],
    ]);
    expect(await fieldsOf('a;b\n"x;y";5" screen\n', ';')).toEqual([
      ['a', 'b'],
      ['x;y', '5" screen'],
    ]);
  });

  test('know their first line, also behind quoted line ends', async () => {
    const { rows, line } = await scan(Buffer.from('h\n"a\nb\nc"\n\nd\n'));
    expect(rows.map((row) => [row.fields[0], row.line])).toEqual([
      ['h', 1],
      ['a\nb\nc', 2],
      ['d', 6],
    ]);
    expect(line).toBe(7);
  });

  test('a quote that never closes spoils its own line only', async () => {
    const tail = Array.from({ length: 20_000 }, (_, index) => `row,${index}`).join('\n');
    const { rows } = await scan(Buffer.from(`a,b\n1,"open\n${tail}\n`));
    expect(rows).toHaveLength(20_002);
    expect(rows.filter(({ broken }) => broken).map(({ line }) => line)).toEqual([2]);
  });

  test('whatever is written as RFC 4180 says is read back, from any row on', async () => {
    const cell = fc
      .oneof(fc.string({ maxLength: 12 }), fc.stringMatching(/^[",;\n\r é€]{0,6}$/))
      .filter((text) => !text.includes('\r'));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 30 }),
        async (table) => {
          const quoted = (text: string) => (/[",\n]/.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text);
          const bytes = Buffer.from(table.map((row) => `${row.map(quoted).join(',')}\r\n`).join(''));
          const { rows } = await scan(bytes);
          const texts = rows.map(({ fields }) => fields.map((field) => decodeField(field, 'utf-8')));
          expect(texts).toEqual(table);
          const middle = Math.floor(rows.length / 2);
          const before = rows[middle - 1];
          if (before === undefined) return;
          const rest = await scan(bytes, ',', { position: before.end, line: 1 });
          expect(rest.rows.map(({ fields }) => fields)).toEqual(rows.slice(middle).map(({ fields }) => fields));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('text is UTF-8 where it can be, Windows-1252 where it cannot', () => {
    const latin = (bytes: number[]) => Buffer.from(bytes).toString('latin1');
    expect(decodeField(Buffer.from('Élodie €').toString('latin1'), 'auto')).toBe('Élodie €');
    expect(decodeField(latin([0xc9, 0x6c, 0x6f, 0x20, 0x80]), 'auto')).toBe('Élo €');
    expect(decodeField(latin([0xc9, 0x6c]), 'utf-8')).toBeNull();
    expect(decodeField(latin([0xc3, 0xa9]), 'windows-1252')).toBe('Ã©');
  });
});

describe('the style of a file', () => {
  test('delimiters are counted outside quotes', () => {
    expect(guessDelimiter('a;b;"c,d,e,f"', 'auto')).toBe(';');
    expect(guessDelimiter('a\tb,c\td', 'auto')).toBe('\t');
    expect(guessDelimiter('a', 'auto')).toBe(',');
    expect(guessDelimiter('a;b', 'comma')).toBe(',');
  });

  test('decimal marks follow the amounts that can mean one thing only, else the delimiter', () => {
    expect(guessNumbers(['12', '1 234,50'], ',', 'auto')).toBe('comma');
    expect(guessNumbers(['1,234.50'], ';', 'auto')).toBe('dot');
    expect(guessNumbers(['12'], ';', 'auto')).toBe('comma');
    expect(guessNumbers(['1,234'], ',', 'auto')).toBe('dot');
    expect(guessNumbers(['1,5'], ',', 'dot')).toBe('dot');
  });

  test('days and months follow the dates that can mean one thing only, else the reader', () => {
    expect(guessDates(['03/04/2026', '25/12/2026'], 'en', 'auto')).toBe('fr');
    expect(guessDates(['03/04/2026', '12/25/2026'], 'fr', 'auto')).toBe('en');
    expect(guessDates(['03/04/2026'], 'fr', 'auto')).toBe('fr');
    expect(guessDates(['2026-04-03'], 'fr', 'auto')).toBe('iso');
  });
});

describe('values', () => {
  const style: Style = { numbers: 'comma', dates: 'fr', amounts: 'major', zone: 'Europe/Paris', currency: 'EUR' };
  const amount = (text: string, changes: Partial<Style> = {}, currency = 'EUR') =>
    readAmount(text, currency, { ...style, ...changes }, 'amount');

  test('amounts', () => {
    expect(['12', '12,5', '12,50', '1 234,56', '1.234,56', '12,50 €'].map((text) => amount(text))).toEqual([
      1200, 1250, 1250, 123_456, 123_456, 1250,
    ]);
    expect(amount('1,234.56', { numbers: 'dot' })).toBe(123_456);
    expect(amount('1250', { amounts: 'minor' })).toBe(1250);
    expect(amount('500', {}, 'JPY')).toBe(500);
    expect(amount('1,234', {}, 'KWD')).toBe(1234);
    for (const wrong of ['', 'x', '12,505', '1.5', '12.50', '--1', '1e3']) expect(() => amount(wrong), wrong).toThrow(RowReject);
    expect(() => amount('-5,00')).toThrow('negative_amount');
    expect(() => amount('12.5', { amounts: 'minor' })).toThrow('amount');
    expect(() => amount('99999999999999999999')).toThrow('amount_too_large');
  });

  test('every two-decimal amount is read exactly, in both styles', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (minor) => {
        const [whole, cents] = [Math.floor(minor / 100), String(minor % 100).padStart(2, '0')];
        expect(amount(`${whole},${cents}`)).toBe(minor);
        expect(amount(`${whole}.${cents}`, { numbers: 'dot' })).toBe(minor);
      }),
    );
  });

  test('dates on the wall clock of the workspace', () => {
    const at = (text: string, changes: Partial<Style> = {}) =>
      new Date(readInstant(text, { ...style, ...changes }, 'occurredAt')).toISOString();
    expect(at('25/12/2026')).toBe('2026-12-24T23:00:00.000Z');
    expect(at('25/07/2026 10:30')).toBe('2026-07-25T08:30:00.000Z');
    expect(at('25-7-2026 10h30')).toBe('2026-07-25T08:30:00.000Z');
    expect(at('12/25/2026', { dates: 'en' })).toBe('2026-12-24T23:00:00.000Z');
    expect(at('2026-07-25 10:30:15', { dates: 'iso' })).toBe('2026-07-25T08:30:15.000Z');
    expect(at('2026-07-25T10:30:15Z')).toBe('2026-07-25T10:30:15.000Z');
    expect(at('2026-07-25', { zone: 'UTC' })).toBe('2026-07-25T00:00:00.000Z');
    for (const wrong of ['31/02/2026', '12/25/2026', '2026-13-01', 'hier', '25/12/26', '25/12/2026 25:00']) {
      expect(() => at(wrong), wrong).toThrow(RowReject);
    }
    expect(() => at('25/12/2026', { dates: 'iso' })).toThrow(RowReject);
  });
});

describe('columns', () => {
  function faultsOf(run: () => unknown) {
    try {
      run();
    } catch (error) {
      if (error instanceof Refusal) return error.fields;
      throw error;
    }
    throw new Error('it was not refused');
  }

  test('are found by their names in both languages', () => {
    expect(matchColumns('sales', ['N° de commande', 'Montant HT', 'Client', 'Date', 'Code promo'], undefined)).toEqual({
      eventId: 0,
      amount: 1,
      customerId: 2,
      occurredAt: 3,
      coupon: 4,
    });
  });

  test('are taken as mapped', () => {
    const header = ['ref', 'date', 'qui', 'combien'];
    const mapping = { eventId: 'ref', customerId: 'QUI', amount: 'combien' };
    expect(matchColumns('sales', header, mapping)).toEqual({ eventId: 0, occurredAt: 1, customerId: 2, amount: 3 });
  });

  test('that are missing or unknown are said with those found and a header that would do', () => {
    const [missing] = faultsOf(() => matchColumns('sales', ['order', 'customer', 'wrong'], undefined));
    expect(missing).toEqual({
      path: 'mapping.amount',
      rule: 'required_column',
      message: {
        en: 'No column holds amount. The file has: order, customer, wrong.',
        fr: 'Aucune colonne ne contient amount. Le fichier a : order, customer, wrong.',
      },
      example: 'eventId,occurredAt,customerId,amount,code',
    });
    const rules = faultsOf(() => matchColumns('sales', ['order', 'customer', 'net'], { eventId: 'nope', colour: 'net' })).map(
      ({ rule }) => rule,
    );
    expect(rules).toEqual(['known_column', 'known_field']);
  });
});
