import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  commissionId,
  decodeId,
  encodeId,
  factId,
  parseCommissionId,
  parseFactId,
  parseSequenceUuid,
  parseTransactionId,
  PREFIXES,
  sequenceUuid,
  transactionId,
} from './index.ts';

const bits = fc.bigInt({ min: 0n, max: (1n << 128n) - 1n });
const prefixes = fc.constantFrom(...Object.values(PREFIXES));
const instants = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const positions = fc.integer({ min: 0, max: 4095 });
const sequences = fc.bigInt({ min: 0n, max: (1n << 62n) - 1n });

function uuidOf(value: bigint): string {
  return value
    .toString(16)
    .padStart(32, '0')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

test('the vectors of the TypeID specification', () => {
  const vectors = {
    '00000000000000000000000000': '00000000-0000-0000-0000-000000000000',
    '00000000000000000000000001': '00000000-0000-0000-0000-000000000001',
    '0000000000000000000000000a': '00000000-0000-0000-0000-00000000000a',
    '0000000000000000000000000g': '00000000-0000-0000-0000-000000000010',
    '00000000000000000000000010': '00000000-0000-0000-0000-000000000020',
    '7zzzzzzzzzzzzzzzzzzzzzzzzz': 'ffffffff-ffff-ffff-ffff-ffffffffffff',
    '0123456789abcdefghjkmnpqrs': '0110c853-1d09-52d8-d73e-1194e95b5f19',
    '01h455vb4pex5vsknk084sn02q': '01890a5d-ac96-774b-bcce-b302099a8057',
  };
  for (const [text, uuid] of Object.entries(vectors)) {
    expect(encodeId('prt', uuid)).toBe(`prt_${text}`);
    expect(decodeId('prt', `prt_${text}`)).toBe(uuid);
  }
});

test('any UUID has one id, which reads back and sorts alike', () => {
  fc.assert(
    fc.property(bits, bits, prefixes, (a, b, prefix) => {
      const [first, second] = [encodeId(prefix, uuidOf(a)), encodeId(prefix, uuidOf(b))];
      expect(decodeId(prefix, first)).toBe(uuidOf(a));
      expect(encodeId(prefix, uuidOf(a).toUpperCase())).toBe(first);
      expect(first < second).toBe(a < b);
    }),
  );
});

test('decoding is strict', () => {
  const good = 'prt_01h455vb4pex5vsknk084sn02q';
  expect(decodeId('prg', good)).toBeNull();
  for (const text of [
    '',
    'prt',
    'prt_',
    good.toUpperCase(),
    good.slice(0, -1),
    `${good}0`,
    ` ${good}`.slice(0, -1),
    good.replace('_', '-'),
    'prt_81h455vb4pex5vsknk084sn02q',
    'prt_01h455vb4pex5vsknk084sn02i',
    'prt_01h455vb4pex5vsknk084sn0\u01322',
    'prt_01h455vb4pe-5vsknk084sn02q',
  ])
    expect([text, decodeId('prt', text)]).toEqual([text, null]);
});

test('one wrong character anywhere is found', () => {
  const id = 'prt_01h455vb4pex5vsknk084sn02q';
  const uuid = '01890a5d-ac96-774b-bcce-b302099a8057';
  for (const bad of ['!', 'u', 'é', '\uffff']) {
    for (let at = 0; at < id.length; at += 1) expect(decodeId('prt', id.slice(0, at) + bad + id.slice(at + 1))).toBeNull();
    for (let at = 0; at < uuid.length; at += 1)
      expect(() => encodeId('prt', uuid.slice(0, at) + bad + uuid.slice(at + 1))).toThrow(RangeError);
  }
  for (const text of ['', uuid.slice(1), `${uuid}0`, uuid.replaceAll('-', '')])
    expect(() => encodeId('prt', text)).toThrow(RangeError);
});

test('derived UUIDs have the shape of version 7 and read back', () => {
  expect(sequenceUuid(0x0123456789ab, 0x00a, 0x3fff_0000_0000_0001n)).toBe('01234567-89ab-700a-bfff-000000000001');
  expect(sequenceUuid(0, 0, 0n)).toBe('00000000-0000-7000-8000-000000000000');
  fc.assert(
    fc.property(instants, positions, sequences, (at, n, seq) => {
      const uuid = sequenceUuid(at, n, seq);
      expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(parseSequenceUuid(uuid)).toEqual({ at, n, seq });
    }),
  );
});

test('what a derived UUID cannot hold is refused', () => {
  for (const at of [-1, 0.5, 2 ** 48, Number.NaN]) expect(() => sequenceUuid(at, 0, 0n)).toThrow(RangeError);
  for (const n of [-1, 4096, 1.5]) expect(() => sequenceUuid(0, n, 0n)).toThrow(RangeError);
  for (const seq of [-1n, 1n << 62n]) expect(() => sequenceUuid(0, 0, seq)).toThrow(RangeError);
  for (const uuid of [
    '',
    '01890a5d-ac96-474b-bcce-b302099a8057',
    '01890a5d-ac96-774b-fcce-b302099a8057',
    '01890A5D-AC96-774B-BCCE-B302099A8057',
  ]) {
    expect(parseSequenceUuid(uuid)).toBeNull();
  }
});

test('ids of facts, commissions and transactions say what they were made of, and sort by it', () => {
  fc.assert(
    fc.property(instants, positions, sequences, sequences, (at, n, seq, other) => {
      expect(commissionId(at, seq, n)).toBe(encodeId('com', sequenceUuid(at, n, seq)));
      expect(parseFactId(factId(at, seq))).toEqual({ at, seq });
      expect(parseCommissionId(commissionId(at, seq, n))).toEqual({ at, n, seq });
      expect(parseTransactionId(transactionId(at, seq, n))).toEqual({ at, n, seq });
      expect(factId(at, seq) < factId(at, other)).toBe(seq < other);
    }),
  );
  expect(transactionId(5, 6n)).toBe(transactionId(5, 6n, 0));
  expect(parseFactId(commissionId(5, 6n, 0))).toBeNull();
  expect(parseFactId('fct_01h455vb4pex5vsknk084sn02q')).toBeNull();
});
