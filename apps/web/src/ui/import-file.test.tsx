import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { fakeServer, refusal } from '../../test/fake-server.ts';
import { show } from '../../test/show.tsx';
import { ImportFile } from './import-file.tsx';

const answer = (state: 'running' | 'done', rejected: number) => ({
  id: 'imp_01j0000000e0080000000000ff',
  kind: 'reviews' as const,
  fileName: 'reviews.csv',
  state,
  lines: 3,
  accepted: 3 - rejected,
  duplicates: 0,
  rejected,
  progress: state === 'done' ? 1 : 0.5,
  createdAt: '2026-11-29T10:00:00.000Z',
  finishedAt: null,
  fault: null,
});

const choose = async () => {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (input === null) throw new Error('no field for a file');
  await userEvent.upload(input, new File(['commissionId,action\n'], 'reviews.csv', { type: 'text/csv' }));
  await userEvent.click(screen.getByRole('button', { name: 'Import the file' }));
};

test('a file is sent as it is, followed to its end, and its rejected rows are offered', async () => {
  const { asked } = fakeServer({ startImport: answer('running', 0), getImport: answer('done', 1) });
  const done = vi.fn();
  show(<ImportFile kind="reviews" onDone={done} />);
  await choose();
  expect(await screen.findByText('reviews.csv: 2 rows taken, 0 known already, 1 rejected.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Rejected rows with their reasons (CSV)' })).toBeTruthy();
  expect(done).toHaveBeenCalledOnce();
  const start = asked.find(({ id }) => id === 'startImport');
  expect(start?.url.searchParams.get('kind')).toBe('reviews');
  expect(start?.headers.get('content-type')).toBe('text/csv');
});

test('columns that do not fit are told one by one, and the file stays chosen', async () => {
  fakeServer({
    startImport: () => refusal(422, 'import_columns', [{ path: 'action', rule: 'missing', message: 'No column for it.' }]),
  });
  show(<ImportFile kind="reviews" />);
  await choose();
  expect((await screen.findByText('No column for it.', { exact: false })).textContent).toContain('action');
  expect(screen.getByRole('button', { name: 'Import the file' }).hasAttribute('disabled')).toBe(false);
});
