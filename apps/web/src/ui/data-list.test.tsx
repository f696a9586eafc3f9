import userEvent from '@testing-library/user-event';
import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { show } from '../../test/show.tsx';
import { Problem } from '../lib/api/problem.ts';
import { DataList } from './data-list.tsx';

interface Row {
  readonly id: string;
}

const rows = (count: number): Row[] => Array.from({ length: count }, (_, index) => ({ id: `row ${index}` }));

function list(changes: Record<string, unknown>) {
  const state = {
    data: rows(3),
    error: null,
    isPending: false,
    hasNextPage: false,
    isFetchingNextPage: false,
    fetchNextPage: vi.fn(async () => undefined),
    refetch: vi.fn(async () => undefined),
    ...changes,
  };
  const opened = vi.fn();
  show(
    <DataList<Row>
      label={'Rows'}
      list={state as never}
      columns={[{ id: 'id', header: 'Id', cell: (row) => row.id }]}
      keyOf={(row) => row.id}
      onOpen={opened}
      empty={<p>{'nothing'}</p>}
    />,
  );
  return { state, opened };
}

test('arrows and j, k move between rows, Enter opens the one in focus', async () => {
  const { opened } = list({});
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}');
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('row 1'));
  await userEvent.keyboard('j');
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('row 2'));
  await userEvent.keyboard('k{Enter}');
  expect(opened).toHaveBeenLastCalledWith({ id: 'row 1' });
});

test('of a hundred thousand rows only those in sight exist', () => {
  list({ data: rows(100_000) });
  expect(screen.getAllByRole('row').length).toBeLessThan(80);
});

test('the next page is asked for near the end', () => {
  const { state } = list({ hasNextPage: true });
  expect(state.fetchNextPage).toHaveBeenCalled();
});

test('nothing is said as such, and a refusal with what to try', async () => {
  list({ data: [] });
  expect(screen.getByText('nothing')).toBeTruthy();
  const { state } = list({ data: undefined, error: new Problem({ code: 'unreachable', status: 0 }) });
  expect(screen.getByRole('alert').textContent).toContain('cannot be reached');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(state.refetch).toHaveBeenCalled();
});
