import { expect, test } from 'vitest';
import { progressLine, showProgress } from './progress.ts';
import { table } from './table.ts';

function screen(isTTY: boolean) {
  const written: string[] = [];
  return { written, isTTY, columns: 60, write: (text: string) => void written.push(text) };
}

test('count, share, rate and what is left, in both languages', () => {
  const state = { done: 250_000, total: 1_000_000, elapsedMs: 5000 };
  expect(progressLine('Restoring', state, 'en')).toBe('Restoring  250,000 / 1,000,000 (25 %)  50,000/s  15 s left');
  expect(progressLine('Retour', state, 'fr').replace(/\s/g, ' ')).toBe(
    'Retour  250 000 / 1 000 000 (25 %)  50 000/s  15 s restant',
  );
  expect(progressLine('Rows', { done: 10, total: null, elapsedMs: 2000 }, 'en')).toBe('Rows  10  5/s');
  expect(progressLine('Rows', { done: 0, total: 0, elapsedMs: 0 }, 'en')).toBe('Rows  0 / 0 (100 %)  0/s');
  expect(progressLine('Rows', { done: 1, total: 7201, elapsedMs: 1000 }, 'en')).toMatch(/2 h 0 min left$/);
});

test('silent for a second, then at most ten times a second, on one line that is cleared', () => {
  let now = 0;
  const terminal = screen(true);
  const line = showProgress(terminal, 'Rows', 'en', () => now);
  for (; now < 1000; now += 10) line.update(now);
  expect(terminal.written).toEqual([]);
  for (; now < 2000; now += 10) line.update(now);
  expect(terminal.written).toHaveLength(10);
  expect(terminal.written.every((text) => text.startsWith('\r\u001B[K') && !text.includes('\n'))).toBe(true);
  line.end();
  line.end();
  expect(terminal.written).toHaveLength(11);
});

test('nothing at all when nobody watches', () => {
  let now = 0;
  const pipe = screen(false);
  const line = showProgress(pipe, 'Rows', 'en', () => (now += 5000));
  line.update(1);
  line.end();
  expect(pipe.written).toEqual([]);
});

test('a table is aligned', () => {
  expect(
    table(
      ['who', 'how much'],
      [
        ['Ann', '5'],
        ['Bernard', '12'],
      ],
      [1],
    ),
  ).toBe(['who      how much', 'Ann             5', 'Bernard        12'].join('\n'));
});
