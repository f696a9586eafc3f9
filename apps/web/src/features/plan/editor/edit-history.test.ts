import { expect, test } from 'vitest';
import { begin, change, redo, undo } from './edit-history.ts';

test('typing in one place is one step of the way back; another place, or a step of its own, is another', () => {
  let history = begin('');
  history = change(history, 'a', 'name');
  history = change(history, 'ab', 'name');
  history = change(history, 'ab 1', 'rate');
  history = change(history, 'ab 1!', null);
  history = change(history, 'ab 1!!', null);
  const seen: string[] = [];
  while (history.past.length > 0) {
    history = undo(history);
    seen.push(history.present);
  }
  expect(seen).toEqual(['ab 1!', 'ab 1', 'ab', '']);
  expect(undo(history)).toBe(history);
  while (history.future.length > 0) history = redo(history);
  expect(history.present).toBe('ab 1!!');
  expect(redo(history)).toBe(history);
});

test('a change after the way back forgets what had been undone, and is a step even in the same place', () => {
  let history = change(begin('1'), '2', 'name');
  history = change(undo(history), '3', 'name');
  expect(history).toMatchObject({ present: '3', future: [], past: ['1'] });
});
