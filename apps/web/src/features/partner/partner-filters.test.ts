import { expect, test } from 'vitest';
import { columnsOf } from './partner-columns.ts';
import { isNarrowed, partnerFilters, partnerSearch, viewQuery } from './partner-filters.ts';

test('the address says the filters; what it does not know is left out', () => {
  const address = {
    search: 2026,
    kind: 'reseller',
    stage: 'active',
    country: 'BE',
    tag: 'salon 2026',
    programId: 'prg_1',
    state: 'paused',
    archived: 'only',
    sort: 'earned',
  };
  expect(partnerFilters(address)).toEqual({ ...address, search: '2026' });
  expect(
    partnerFilters({
      search: ' ',
      kind: 'toString',
      stage: 'x',
      country: 'Belgium',
      tag: '',
      programId: 1,
      state: null,
      sort: 'name',
    }),
  ).toEqual({});
});

test('columns keep their order and only known ones stay; a view holds what is looked at', () => {
  expect(columnsOf('since,earned,nonsense,kind')).toEqual(['kind', 'earned', 'since']);
  expect(partnerSearch({ view: 'board', columns: 'tags,x', stage: 'ended' })).toEqual({
    view: 'board',
    columns: 'tags',
    stage: 'ended',
  });
  expect(viewQuery({ kind: 'supplier', view: 'board' }, ['stage'])).toEqual({
    kind: 'supplier',
    view: 'board',
    columns: 'stage',
  });
});

test('an order leaves nobody out', () => {
  expect(isNarrowed({ sort: 'earned' })).toBe(false);
  expect(isNarrowed({ tag: 'fair' })).toBe(true);
});
