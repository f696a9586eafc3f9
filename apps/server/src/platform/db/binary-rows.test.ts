import { expect, test } from 'vitest';
import { inRollback } from '../../../test/database.ts';
import { BinaryRows } from './binary-rows.ts';
import { columnNames, spellRows, type Columns } from './columns.ts';
import { copyBytes } from './copy.ts';
import { transaction } from './index.ts';

const columns: Columns = [
  ['id', 'uuid'],
  ['seq', 'integer'],
  ['number', 'integer'],
  ['small', 'integer'],
  ['body', 'text'],
  ['at', 'instant'],
  ['hash', 'text'],
];
const table =
  'create temporary table sample (id uuid, seq bigint, number integer, small smallint, body text, at timestamptz, hash bytea)';
const id = '019b7c01-0401-7569-8121-5adb013dcb5e';
const at = Date.UTC(1999, 11, 31, 23, 59, 59, 999);

test('the database reads what is written, and gives the same bytes back', () =>
  inRollback((db) =>
    transaction(db, async (tx) => {
      await tx.query(table);
      const rows = new BinaryRows();
      const fill = () => {
        rows.begin(7).uuid(id).long(9_007_199_254_740_993n).word(-7).short(3).text('é€\t\\N').instant(at).hex('00ff');
        rows.begin(7).uuid(null).long(null).word(null).short(0).text(null).instant(0).hex('');
        for (let n = 0; n < 200; n += 1)
          rows.begin(7).uuid(id).long(BigInt(n)).word(n).short(n).text('x'.repeat(n)).instant(n).hex('');
        return rows.take();
      };
      const written = fill();
      await tx.copy(`sample (${columnNames(columns)})`, written);
      expect(await tx.query('select id, seq, number, small, body, at from sample limit 1')).toEqual([
        { id, seq: 9_007_199_254_740_993n, number: -7, small: 3, body: 'é€\t\\N', at },
      ]);
      const pieces: Buffer[] = [];
      await copyBytes(tx, 'select * from sample', 'binary', (bytes) => pieces.push(Buffer.from(bytes)));
      expect(Buffer.concat(pieces).equals(written)).toBe(true);
      expect(fill().equals(written)).toBe(true);
    }),
  ));

test('no rows are not sent', () =>
  inRollback((db) => transaction(db, (tx) => tx.copy('no_such_table (a)', new BinaryRows().take()))));

test('rows are spelled so that whatever differs is seen to differ', () =>
  inRollback((db) =>
    transaction(db, async (tx) => {
      const pieces: Buffer[] = [];
      const query =
        `select '${id}'::uuid, -1::bigint, 2::int, 3::smallint, 'a' || chr(9), '1969-12-31 23:59:59.999001+00'::timestamptz, null` +
        ` union all select null, 1, 2, 3, '\\N', '2026-01-01 00:00:00+00', null`;
      await copyBytes(tx, query, 'binary', (bytes) => pieces.push(Buffer.from(bytes)));
      expect(spellRows(Buffer.concat(pieces), columns)).toEqual([
        [id, '-1', '2', '3', 'a\\t', '1969-12-31T23:59:59.999001Z', '\\N'],
        ['\\N', '1', '2', '3', '\\\\N', '2026-01-01T00:00:00.000Z', '\\N'],
      ]);
    }),
  ));
