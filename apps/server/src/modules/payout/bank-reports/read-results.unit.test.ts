import { expect, test } from 'vitest';
import { readResults } from './read-results.ts';

test('columns by any of their names, in any order, comma or semicolon, with others beside them', () => {
  const wise = readResults('\uFEFFTransfer ID,Payment Reference,Pet,Status\r\nT-1,pay_1,cat,"Outgoing payment sent"\r\n');
  expect(wise?.answers).toEqual([{ reference: 'pay_1', says: 'booked', amount: null, reason: null, settlement: 'T-1' }]);
  const paypal = readResults(
    'Unique ID;Transaction Status;Error Message\npay_2;Returned;Account closed\n\npay_3;Unclaimed;\n;paid;\n',
  );
  expect(paypal?.answers.map(({ reference, says, reason }) => [reference, says, reason])).toEqual([
    ['pay_2', 'rejected', 'Account closed'],
    ['pay_3', 'waiting', 'Unclaimed'],
  ]);
});

test('what has no such columns, or is not whole, is not read', () => {
  expect(readResults('a,b\n1,2\n')).toBeNull();
  expect(readResults('')).toBeNull();
  expect(readResults('reference,status\n"pay_1,paid\n')).toBeNull();
});
