import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fakeServer } from '../../../test/fake-server.ts';
import { show } from '../../../test/show.tsx';
import { Retention } from './retention.tsx';

test('what would be deleted is asked first, and deleted only after it was confirmed', async () => {
  const purges = (dryRun: boolean) => ({
    dryRun,
    before: '2025-10-25T00:00:00.000Z',
    minimumDays: 120,
    clicks: 42,
    months: [{ month: '2025-09', clicks: 42 }],
  });
  const { asked } = fakeServer({ purgeClicks: ({ body }) => purges((body as { dryRun: boolean }).dryRun) });
  show(<Retention />);
  await userEvent.click(await screen.findByRole('button', { name: 'Show what would be deleted' }));
  expect((await screen.findByRole('cell', { name: '2025-09' })).textContent).toBe('2025-09');
  const bodies = () => asked.filter(({ id }) => id === 'purgeClicks').map(({ body }) => body);
  expect(bodies()).toEqual([{ olderThanDays: 400, dryRun: true }]);
  await userEvent.click(screen.getByRole('button', { name: 'Delete them now…' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Delete 42 clicks' }, { timeout: 10_000 }));
  await expect.poll(bodies).toEqual([
    { olderThanDays: 400, dryRun: true },
    { olderThanDays: 400, dryRun: false },
  ]);
});
