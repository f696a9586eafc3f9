import { expect, it } from 'vitest';
import { checkFec, fecFaultCodes, fecFaultSentence, type FecReport, plainText } from './index.ts';

const HEAD =
  'JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise';
const line = (
  entry: string,
  account: string,
  debit: string,
  credit: string,
  more: Partial<Record<'day' | 'name' | 'journal' | 'valid' | 'aux' | 'piece' | 'currency', string>> = {},
) =>
  [
    more.journal ?? 'CO',
    'Commissions',
    entry,
    more.day ?? '20261005',
    account,
    more.name ?? `Compte ${account}`,
    more.aux ?? '',
    '',
    more.piece ?? 'R1',
    '20261005',
    'Vente',
    debit,
    credit,
    '',
    '',
    more.valid ?? '20261103',
    more.currency === undefined ? '' : '10,00',
    more.currency ?? '',
  ].join('|');
const sound = [
  line('1', '622200', '12,30', '0,00'),
  line('1', '408100', '0,00', '12,30'),
  line('2', '622200', '1,00', '0'),
  line('2', '408100', '', '1,00'),
];

function check(lines: readonly string[], bounds: Parameters<typeof checkFec>[0] = {}, head = HEAD): FecReport {
  const found = checkFec(bounds);
  for (const text of [head, ...lines]) found.line(text);
  return found.end();
}
const codes = (...given: Parameters<typeof check>) =>
  check(...given).faults.map(({ code, line: at, detail }) => `${code} ${at} ${detail}`);

it('says what a sound file holds', () => {
  expect(check(sound, { from: '2026-10-01', to: '2026-10-31', accounts: new Set(['622200', '408100']) })).toEqual({
    lines: 4,
    entries: 2,
    accounts: 2,
    debit: 1330n,
    credit: 1330n,
    firstDay: '2026-10-05',
    lastDay: '2026-10-05',
    faults: [],
    moreFaults: 0,
  });
  expect(
    codes(
      sound.map((text) => text.replaceAll('|', '\t')),
      {},
      `\uFEFF${HEAD.replaceAll('|', '\t')}`,
    ),
  ).toEqual([]);
});

it.each([
  ['a cent too many', [line('1', '622200', '12,31', '0'), ...sound.slice(1)], ['unbalanced 3 1', 'total 5 0,01']],
  [
    'a cent moved to another entry',
    [line('1', '622200', '12,31', ''), sound[1] ?? '', line('2', '622200', '0,99', ''), sound[3] ?? ''],
    ['unbalanced 3 1', 'unbalanced 5 2'],
  ],
  ['a number left out', [...sound.slice(0, 2), line('3', '622200', '1,00', ''), line('3', '408100', '', '1,00')], ['gap 4 3']],
  ['an entry that comes back', [...sound, line('1', '622200', '1,00', ''), line('1', '408100', '', '1,00')], ['gap 6 1']],
  [
    'a day before the one before',
    [
      ...sound.slice(0, 2),
      line('2', '622200', '1,00', '', { day: '20261001' }),
      line('2', '408100', '', '1,00', { day: '20261001' }),
    ],
    ['order 4 2026-10-01'],
  ],
  [
    'two days in an entry',
    [sound[0] ?? '', line('1', '408100', '', '12,30', { day: '20261006' }), ...sound.slice(2)].slice(0, 2),
    ['entry_days 3 1'],
  ],
  ['a day that is none', [line('1', '622200', '12,30', '', { valid: '20260231' }), ...sound.slice(1)], ['day 2 20260231']],
  ['no document', [line('1', '622200', '12,30', '', { piece: '' }), ...sound.slice(1)], ['empty 2 PieceRef']],
  ['both sides', [line('1', '622200', '12,30', '1,00'), line('1', '408100', '0', '11,30')], ['one_side 2 12,30 / 1,00']],
  ['no amount', [line('1', '622200', 'douze', '0'), line('1', '408100', '0', '0')], ['amount 2 douze', 'one_side 3 0 / 0']],
  ['an account that begins with letters', [line('1', 'CLI1', '12,30', '0'), ...sound.slice(1)], ['account_number 2 CLI1']],
  [
    'two names of an account',
    [...sound.slice(0, 3), line('2', '408100', '', '1,00', { name: 'Autre' })],
    ['account_names 5 408100'],
  ],
  ['half an auxiliary account', [line('1', '622200', '12,30', '0', { aux: 'P1' }), ...sound.slice(1)], ['auxiliary 2 P1']],
  ['no such currency', [line('1', '622200', '12,30', '0', { currency: 'ABC' }), ...sound.slice(1)], ['currency 2 ABC']],
  ['a field too few', [(sound[0] ?? '').replace('|Vente', ''), ...sound.slice(2)], ['field_count 2 17', 'gap 3 2'].slice(0, 1)],
] as const)('finds %s', (_, lines, expected) => {
  expect(codes(lines)).toEqual(expected);
});

it('finds what lies outside of the months, accounts nobody knows, and a head of other fields', () => {
  expect(codes(sound, { from: '2026-10-06' })[0]).toBe('outside 2 2026-10-05');
  expect(codes(sound, { accounts: new Set(['622200']) })).toEqual(['account_unknown 3 408100', 'account_unknown 5 408100']);
  expect(codes([], {}, HEAD.replace('Debit', 'Montant'))).toEqual(['columns 1 Debit']);
  expect(codes([line('1', '622200', '12,30', '', { valid: '' }), ...sound.slice(1)], { isDraft: true })).toEqual([]);
  expect(checkFec().end().faults).toMatchObject([{ code: 'columns' }]);
});

it('accepts a series for each journal, and one that begins again each month', () => {
  const pair = (entry: string, journal: string, day = '20261005') => [
    line(entry, '622200', '1,00', '', { journal, day }),
    line(entry, '408100', '', '1,00', { journal, day }),
  ];
  expect(codes([...pair('CO7', 'CO'), ...pair('BQ1', 'BQ'), ...pair('CO8', 'CO'), ...pair('BQ2', 'BQ')])).toEqual([]);
  expect(codes([...pair('202610-000008', 'CO'), ...pair('202611-000001', 'CO', '20261101')])).toEqual([]);
  expect(codes([...pair('202610-000008', 'CO'), ...pair('202611-000002', 'CO', '20261101')])).toEqual(['gap 4 202611-000002']);
});

it('says every fault in both languages', () => {
  for (const code of fecFaultCodes) {
    const [en, fr] = [fecFaultSentence({ code, detail: 'D7' }, 'en'), fecFaultSentence({ code, detail: 'D7' }, 'fr')];
    expect(en).toContain('D7');
    expect(fr).toContain('D7');
    expect(en).not.toBe(fr);
  }
});

it('keeps what an old alphabet has, and says the rest without its accents', () => {
  expect(plainText('Élan — « Œuvre » à 5 €\tŁódź…', 'iso-8859-15')).toBe('Élan - « Œuvre » à 5 € Lódz...');
  expect(plainText('Œuvre à 5 €', 'iso-8859-1')).toBe('OEuvre à 5 EUR');
  expect(plainText('東京', 'iso-8859-1')).toBe('??');
});
