import { expect, test } from 'vitest';
import { undoOf } from './bulk.ts';
import type { ListedPartner } from './partner.queries.ts';
import { idsBetween } from './use-selection.ts';

const partner = (id: string, stage: ListedPartner['stage'], tags: string[] = []) => ({ id, stage, tags }) as ListedPartner;

test('a move is taken back to the stage each came from', () => {
  const done = [partner('prt_1', 'prospect'), partner('prt_2', 'active'), partner('prt_3', 'prospect')];
  expect(undoOf({ action: 'stage', stage: 'ended' }, done)).toEqual([
    { change: { action: 'stage', stage: 'prospect' }, ids: ['prt_1', 'prt_3'] },
    { change: { action: 'stage', stage: 'active' }, ids: ['prt_2'] },
  ]);
});

test('a tag is taken back only from those that did not have it, and given back only to those that had it', () => {
  const done = [partner('prt_1', 'active', ['fair']), partner('prt_2', 'active', [])];
  expect(undoOf({ action: 'tag', tags: ['fair', 'north'] }, done)).toEqual([
    { change: { action: 'untag', tags: ['fair'] }, ids: ['prt_2'] },
    { change: { action: 'untag', tags: ['north'] }, ids: ['prt_1', 'prt_2'] },
  ]);
  expect(undoOf({ action: 'untag', tags: ['fair'] }, done)).toEqual([
    { change: { action: 'tag', tags: ['fair'] }, ids: ['prt_1'] },
  ]);
});

test('what cannot be taken back offers nothing', () => {
  expect(undoOf({ action: 'archive' }, [partner('prt_1', 'active')])).toEqual([]);
  expect(undoOf({ action: 'stage', stage: 'active' }, [])).toEqual([]);
});

test('a range goes either way; without its first end it is the other alone', () => {
  const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
  expect(idsBetween(rows, 'd', 'b')).toEqual(['b', 'c', 'd']);
  expect(idsBetween(rows, 'a', 'b')).toEqual(['a', 'b']);
  expect(idsBetween(rows, 'gone', 'c')).toEqual(['c']);
});
