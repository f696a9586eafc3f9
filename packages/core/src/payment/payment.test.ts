import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween, shiftDate } from '../time/index.ts';
import { bankText, bankTextOf, isBankText } from './bank-text.ts';
import { orderFaults, type TransferOrder } from './credit-transfer.ts';
import { isIban, maskedIban, plainIban } from './iban.ts';
import { pain001 } from './pain001.ts';
import { paymentDayFrom } from './payment-day.ts';
import { easterOf, isTargetDay, targetDayFrom } from './target-days.ts';

describe('an IBAN', () => {
  // The examples of the registry of SWIFT.
  it.each([
    'FR1420041010050500013M02606',
    'DE89370400440532013000',
    'BE68539007547034',
    'NO9386011117947',
    'MT84MALT011000012345MTLCAST001S',
  ])('is one: %s', (iban) => expect(isIban(iban)).toBe(true));

  it('is read with its blanks and small letters, and shown by its last four', () => {
    const iban = plainIban('fr14 2004 1010 0505 0001 3m02 606');
    expect(isIban(iban)).toBe(true);
    expect(maskedIban(iban)).toBe('FR•• •••• 2606');
  });

  it('with one digit changed, or two neighbours exchanged, is none', () => {
    const iban = 'DE89370400440532013000';
    fc.assert(
      fc.property(fc.integer({ min: 4, max: iban.length - 1 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digit = (Number(iban[at]) + by) % 10;
        expect(isIban(iban.slice(0, at) + digit + iban.slice(at + 1))).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 4, max: iban.length - 2 }), (at) => {
        const [first, second] = [iban[at] ?? '', iban[at + 1] ?? ''];
        fc.pre(first !== second);
        expect(isIban(iban.slice(0, at) + second + first + iban.slice(at + 2))).toBe(false);
      }),
    );
  });
});

describe('a text for banks', () => {
  it.each([
    ['Éloïse & Fils', 'Eloise + Fils'],
    ['Straße 5 – Łódź', 'Strasse 5 - Lodz'],
    ['L’Œuvre «d’Île»', "L'OEuvre 'd'Ile'"],
    ['a_b@c.fr; 5€', 'a-b(at)c.fr, 5EUR'],
    ['  two   blanks ', 'two blanks'],
    ['Ελλάς', '.....'],
  ])('%s → %s', (text, expected) => expect(bankText(text)).toBe(expected));

  it('is always in the safe characters, and as it was if it already is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const spelled = bankText(text);
        expect(isBankText(spelled)).toBe(true);
        expect(bankText(spelled)).toBe(spelled);
      }),
    );
    expect(bankTextOf('abc def', 4)).toBe('abc');
  });
});

describe('the days banks settle euros', () => {
  it('leave out week-ends and the six holidays', () => {
    expect(easterOf(2026)).toBe('2026-04-05');
    expect(easterOf(2027)).toBe('2027-03-28');
    expect(easterOf(2038)).toBe('2038-04-25');
    const off = ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-12-25', '2026-11-28', '2026-11-29'];
    for (const day of off) expect(isTargetDay(day), day).toBe(false);
    expect(isTargetDay('2026-11-11')).toBe(true);
    expect(targetDayFrom('2026-04-03')).toBe('2026-04-07');
    expect(targetDayFrom('2026-11-30')).toBe('2026-11-30');
  });
});

const company = {
  holder: 'Acme SAS',
  iban: 'FR7630006000011234567890189',
  bic: 'AGRIFRPP',
  address: { street: '1 rue de Paris', postCode: '75009', town: 'Paris', country: 'FR' },
};

const cents = fc.integer({ min: 1, max: 99_999_999_999 }).map(BigInt);

function orderOf(amounts: readonly bigint[]): TransferOrder {
  const transfers = amounts.map((amount, index) => ({
    endToEndId: `line-${index}`,
    amount,
    to: { holder: "L'Atelier + Fils", iban: 'DE89370400440532013000', bic: null, address: null },
    remittance: 'Commissions 2026-11',
  }));
  return {
    messageId: 'bat-01m8mddfcweq3rnb03c2g9h8kg',
    createdAt: 1_795_428_000_000,
    executionDate: '2026-11-25',
    from: company,
    transfers,
    count: transfers.length,
    sum: amounts.reduce((sum, amount) => sum + amount, 0n),
  };
}

describe('an order', () => {
  it('is written with its count, its exact sum and its lines', () => {
    const text = [...pain001(orderOf([148_148n, 10_000n, 1n]))].join('');
    expect(text.match(/<NbOfTxs>3<\/NbOfTxs><CtrlSum>1581\.49<\/CtrlSum>/g)).toHaveLength(2);
    expect(text).toContain('<ReqdExctnDt><Dt>2026-11-25</Dt></ReqdExctnDt>');
    expect(text).toContain('<InstdAmt Ccy="EUR">0.01</InstdAmt>');
    expect(text).toContain('<Nm>L&apos;Atelier + Fils</Nm>');
    expect(text).toContain('<BICFI>AGRIFRPP</BICFI>');
  });

  it('in version 03 has its own words for day and bank', () => {
    const text = [...pain001({ ...orderOf([5n]), from: { ...company, bic: null } }, '03')].join('');
    expect(text).toContain('<ReqdExctnDt>2026-11-25</ReqdExctnDt>');
    expect(text).toContain('<Othr><Id>NOTPROVIDED</Id></Othr>');
    expect([...pain001(orderOf([5n]), '03')].join('')).toContain('<BIC>AGRIFRPP</BIC>');
  });

  it('adds up to its control sum, whatever the amounts', () => {
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 20 }), (amounts) => {
        const order = orderOf(amounts);
        expect(orderFaults(order, '2026-11-24')).toEqual([]);
        const text = [...pain001(order)].join('');
        const read = (match: string) => BigInt(match.replace(/[^0-9]/g, ''));
        const lines = [...text.matchAll(/Ccy="EUR">([0-9.]+)</g)].map(([, amount = '']) => read(amount));
        const control = /<CtrlSum>([0-9.]+)</.exec(text)?.[1] ?? '';
        expect(lines.reduce((sum, amount) => sum + amount, 0n)).toBe(read(control));
        expect([...pain001(order)].join('')).toBe(text);
      }),
    );
  });

  it('is refused for what the schema lets pass, each fault at its place', () => {
    const order = orderOf([100n, 200n]);
    const [first, second] = [...order.transfers];
    if (first === undefined || second === undefined) throw new Error('two lines');
    const faultsOf = (changed: Partial<TransferOrder>, today = '2026-11-24') =>
      orderFaults({ ...order, ...changed }, today).map(({ path, rule }) => `${path} ${rule}`);
    expect(faultsOf({ count: 3 })).toEqual(['count count']);
    expect(faultsOf({ sum: 299n })).toEqual(['sum sum']);
    expect(faultsOf({ executionDate: '2026-12-25' })).toEqual(['executionDate day']);
    expect(faultsOf({}, '2026-11-26')).toEqual(['executionDate past']);
    expect(faultsOf({ messageId: '/x' })).toEqual(['messageId id']);
    expect(faultsOf({ messageId: 'a//b' })).toEqual(['messageId id']);
    expect(faultsOf({ transfers: [], count: 0, sum: 0n })).toEqual(['transfers empty']);
    expect(faultsOf({ transfers: [first, { ...second, endToEndId: first.endToEndId }] })).toEqual([
      'transfers.1.endToEndId unique',
    ]);
    const withAccount = (account: object) => ({ transfers: [first, { ...second, to: { ...second.to, ...account } }] });
    expect(faultsOf(withAccount({ iban: 'DE88370400440532013000' }))).toEqual(['transfers.1.to.iban iban']);
    expect(faultsOf(withAccount({ holder: 'Éloïse' }))).toEqual(['transfers.1.to.holder text']);
    expect(faultsOf(withAccount({ holder: 'x'.repeat(71) }))).toEqual(['transfers.1.to.holder length']);
    expect(faultsOf(withAccount({ bic: 'SHORT' }))).toEqual(['transfers.1.to.bic bic']);
    expect(faultsOf(withAccount({ address: { town: '', country: 'France' } }))).toEqual([
      'transfers.1.to.address.country address',
      'transfers.1.to.address.town text',
    ]);
    expect(faultsOf({ transfers: [first, { ...second, amount: 0n }], sum: 100n })).toEqual(['transfers.1.amount amount']);
  });
});

it('a company that pays on a day of the month: shorter months, and days on which banks do not settle', () => {
  expect(paymentDayFrom('2026-12-01', 5)).toBe('2026-12-07');
  expect(paymentDayFrom('2026-12-07', 5)).toBe('2026-12-07');
  expect(paymentDayFrom('2026-12-08', 5)).toBe('2027-01-05');
  expect(paymentDayFrom('2027-02-10', 31)).toBe('2027-03-01');
  expect(paymentDayFrom('2027-03-01', 31)).toBe('2027-03-01');
  expect(paymentDayFrom('2026-12-20', 25)).toBe('2026-12-28');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 31 }), (days, dayOfMonth) => {
      const from = shiftDate('2026-01-01', days);
      const day = paymentDayFrom(from, dayOfMonth);
      expect(day >= from && isTargetDay(day)).toBe(true);
      // Once a month: the day after is followed by another within six weeks.
      expect(daysBetween(day, paymentDayFrom(shiftDate(day, 1), dayOfMonth))).toBeLessThanOrEqual(42);
    }),
  );
});
