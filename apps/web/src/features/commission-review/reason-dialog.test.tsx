import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { show } from '../../../test/show.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

test('nothing is refused without a reason; blanks are none, and Ctrl Enter sends it', async () => {
  const told = vi.fn();
  show(<ReasonDialog action="refuse" count={3} onReason={told} onClose={vi.fn()} />);
  const field = await screen.findByLabelText('Reason');
  await userEvent.type(field, '   ');
  await userEvent.click(screen.getByRole('button', { name: 'Refuse' }));
  expect(screen.getByText('Say why: the partner reads it beside the commission.')).toBeTruthy();
  expect(told).not.toHaveBeenCalled();
  await userEvent.type(field, 'Own purchase{Control>}{Enter}{/Control}');
  expect(told).toHaveBeenCalledExactlyOnceWith('Own purchase');
});
