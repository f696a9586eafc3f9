import { expect, test } from 'vitest';
import { inRollback } from '../../../test/database.ts';
import { copyField, copyLines, copyText } from './copy.ts';
import { transaction } from './index.ts';

test('lines come whole, in order, with every character kept', () =>
  inRollback(async (db) => {
    const lines: string[] = [];
    await copyLines(db, `select i, repeat('é€', 2000) from generate_series(1, 300) i`, (line) => lines.push(line));
    expect(lines).toHaveLength(300);
    expect(lines[299]).toBe(`300\t${'é€'.repeat(2000)}`);
  }));

test('a reader that fails leaves a connection that works', () =>
  inRollback(async (db) => {
    await transaction(db, async (tx) => {
      const failing = copyLines(tx, 'select generate_series(1, 100000)', (line) => {
        if (line === '7') throw new Error('no sevens');
      });
      await expect(failing).rejects.toThrow('no sevens');
      expect(await tx.query('select 1 as one')).toEqual([{ one: 1 }]);
    });
  }));

test('a field comes back as the text that went in', () => {
  const text = 'a\tb\nc\\d\re';
  expect(copyField(copyText(text))).toBe(text);
});
