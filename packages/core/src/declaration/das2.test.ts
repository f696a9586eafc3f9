import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { das2Faults } from './check-das2.ts';
import { das2Threshold } from './das2-data.ts';
import { das2Amount, type Das2Beneficiary, type Das2Declarant, das2File, das2Missing } from './das2.ts';
import { streetBlock } from './street-block.ts';

const declarant: Das2Declarant = {
  name: 'Alpes Équipement',
  siret: '30326504500003',
  ape: '4791A',
  address: { street: '12 bis rue des Écoles', postCode: '74000', town: 'Annecy' },
  contact: { name: 'Claire Martin', email: 'claire@example.com', phone: '+33 4 50 00 00 00' },
  paysSalaries: true,
  das2Column: 'commissions',
};
const lumiere: Das2Beneficiary = {
  name: 'Atelier Lumière',
  kind: 'business',
  country: 'FR',
  siret: '73282932000074',
  address: { street: '3 avenue du Général de Gaulle prolongée', postCode: '69 001', town: 'Lyon' },
  paid: 312_050n,
};
const jan: Das2Beneficiary = {
  name: 'Jan van der Berg',
  kind: 'private_person',
  country: 'BE',
  siret: null,
  address: { street: 'Grote Markt 1', postCode: '2000', town: 'Antwerpen' },
  paid: 500_049n,
};

describe('the file', () => {
  const lines = das2File(2026, declarant, [lumiere, jan]).split('\r\n').slice(0, -1);
  const [company = '', establishment = '', first = '', second = '', sum = '', all = ''] = lines;

  it('has the company, the establishment, everybody declared, and the totals', () => {
    expect(lines).toHaveLength(6);
    expect(lines.every((line) => line.length === 672)).toBe(true);
    expect(lines.map((line) => line.slice(21, 24))).toEqual(['010', '020', '210', '210', '300', '310']);
    expect(company.slice(0, 47)).toBe('303265045000000000000010              4791A    ');
    expect(establishment.slice(0, 24)).toBe('303265045000030120264020');
    expect(company.slice(97, 226)).toBe(
      `${' '.repeat(32)} 0012B RUE  des Écoles           00000 ${' '.repeat(26)}74000 Annecy${' '.repeat(20)}`,
    );
  });
  it('has a company by its name and SIRET, a person by surname and first name', () => {
    expect(first.slice(24, 38)).toBe('73282932000074');
    expect(first.slice(38, 88).trim()).toBe('');
    expect(first.slice(88, 138).trim()).toBe('Atelier Lumière');
    expect(second.slice(24, 38)).toBe(' '.repeat(14));
    expect(second.slice(38, 68).trim()).toBe('van der Berg');
    expect(second.slice(68, 88).trim()).toBe('Jan');
  });
  it('has addresses, cut ones in full before, those abroad with the code of their country', () => {
    expect(first.slice(168, 297)).toBe(
      `3 avenue du Général de Gaulle pr 0003  AV   du Général de Gaulle ${'00000'} ${' '.repeat(26)}69001 Lyon${' '.repeat(22)}`,
    );
    expect(second.slice(168, 297)).toBe(
      `${' '.repeat(32)} 0000       Grote Markt 1        99131 2000 Antwerpen            99131 BELGIQUE                  `,
    );
  });
  it('has whole euros in the column of commissions, and their sums', () => {
    expect([first.slice(297, 317), second.slice(297, 317)]).toEqual(['00000000000000003121', '00000000000000005000']);
    expect(sum.slice(168, 192)).toBe('000000000000000000008121');
    expect(all.slice(185, 209)).toBe('000000000000000000008121');
    expect(all.slice(35, 41)).toBe('000002');
    expect(sum.slice(476, 605)).toBe(`${'Claire Martin'.padEnd(50)}0450000000${'claire@example.com'.padEnd(60)}303265045`);
  });
  it('passes its checks, and a digit changed anywhere in an amount does not', () => {
    const file = das2File(2026, declarant, [lumiere, jan]);
    expect(das2Faults(file)).toEqual([]);
    expect(das2Faults(file.replace('0000003121', '0000003122')).map(({ code }) => code)).toEqual(['total', 'total']);
    expect(das2Faults(file.replace('Annecy ', 'Annecy')).map(({ code }) => code)).toContain('length');
    expect(das2Faults(file.replace('303265045000030120264210', '303265045000030120264300'))[0]?.code).toBe('order');
    expect(das2Faults(file.replace('73282932000074', '7328293200007X'))[0]).toMatchObject({ code: 'siret', line: 3 });
    expect(das2Faults(file.replace('303265045000030120264210', '303265045000040120264210'))[0]).toMatchObject({ code: 'key' });
    expect(das2Faults(file.replace('Jan', 'Jań'))[0]).toMatchObject({ code: 'alphabet', line: 4 });
    expect(das2Faults('')[0]?.code).toBe('order');
  });
});

it('names what somebody lacks', () => {
  expect(das2Missing(lumiere)).toEqual([]);
  expect(das2Missing(jan)).toEqual([]);
  expect(das2Missing({ ...lumiere, siret: null, address: null })).toEqual(['siret', 'street', 'post_code', 'town']);
  expect(das2Missing({ ...lumiere, kind: 'private_person', siret: null })).toEqual([]);
  expect(das2Missing({ ...lumiere, kind: null, country: null })).toEqual(['kind', 'country']);
  expect(das2Missing({ ...jan, country: 'ZZ', address: { town: 'Z' } })).toEqual(['country_code', 'street']);
  expect(das2Missing({ ...lumiere, address: { street: '1 rue X', postCode: '6900', town: 'Lyon' } })).toEqual(['post_code']);
});

it('has the threshold of each year with its source', () => {
  expect([2023, 2024, 2026].map((year) => das2Threshold(year).amount)).toEqual([120_000n, 240_000n, 240_000n]);
  expect(() => das2Threshold(1999)).toThrow('1999');
});

it('takes streets apart', () => {
  const line = (street: string) => streetBlock(street).line;
  expect(line('12, Rue de la Paix')).toBe('0012  RUE  de la Paix           ');
  expect(line('7 B bd. Voltaire')).toBe('0007B BD   Voltaire             ');
  expect(line('Le Bourg')).toBe('0000       Le Bourg             ');
  expect(line('')).toHaveLength(32);
});

it('any beneficiaries make a file that adds up, of lines of one length', () => {
  const beneficiary = fc.record({
    name: fc.string({ unit: 'binary', minLength: 1, maxLength: 90 }),
    kind: fc.constantFrom('business' as const, 'private_person' as const, 'association' as const),
    country: fc.constantFrom('FR', 'RE', 'DE', 'US'),
    siret: fc.constant('73282932000074'),
    address: fc.record({
      street: fc.string({ unit: 'binary', maxLength: 70 }).map((text) => `${text}x`),
      postCode: fc.constant('97400'),
      town: fc.string({ unit: 'binary', minLength: 1, maxLength: 70 }),
    }),
    paid: fc.bigInt(0n, 99_999_999_999n),
  });
  fc.assert(
    fc.property(fc.array(beneficiary, { maxLength: 3 }), fc.boolean(), (all, paysSalaries) => {
      const file = das2File(2026, { ...declarant, paysSalaries }, all);
      expect(das2Faults(file)).toEqual([]);
      const sum = all.reduce((total, { paid }) => total + das2Amount(paid), 0n);
      expect(BigInt(file.split('\r\n').at(-2)?.slice(197, 209) ?? '')).toBe(sum);
    }),
    { numRuns: 40 },
  );
});
