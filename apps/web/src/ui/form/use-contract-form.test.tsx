import { TextInput } from '@mantine/core';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { fakeServer, refusal } from '../../../test/fake-server.ts';
import { show } from '../../../test/show.tsx';
import { ContractForm } from './contract-form.tsx';
import { filled, useContractForm } from './use-contract-form.ts';

function Form({ onDone }: { onDone: () => void }) {
  const state = useContractForm({
    route: 'createPartner',
    schema: async () => (await import('@cordee/contract/partner')).partnerRoutes.createPartner.body,
    initial: { name: '', email: '' },
    toInput: ({ name, email }) => ({ body: { name, kind: 'affiliate' as const, ...filled({ email }) } }),
    onDone,
  });
  return (
    <ContractForm state={state} verb={'Send'}>
      {['name', 'email'].map((name) => (
        <TextInput key={state.form.key(name)} label={name} {...state.form.getInputProps(name)} />
      ))}
    </ContractForm>
  );
}

test('what the contract refuses is said beside its field and not sent; what was typed stays', async () => {
  const { asked } = fakeServer();
  const done = vi.fn();
  show(<Form onDone={done} />);
  await userEvent.type(screen.getByLabelText('email'), 'not an address');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(await screen.findByText('An e-mail address is expected.')).toBeTruthy();
  expect(screen.getByText('This field cannot be empty.')).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('email').value).toBe('not an address');
  expect(document.activeElement).toBe(screen.getByLabelText('name'));
  expect(asked).toEqual([]);
});

test('what the server refuses of a field is said beside it, the rest below; a repetition has the same key', async () => {
  let tries = 0;
  const { asked } = fakeServer({
    createPartner: () => {
      tries += 1;
      if (tries === 1) return refusal(409, 'already_exists', [{ path: 'name', rule: 'unique', message: 'Taken.' }]);
      return refusal(503, 'unavailable');
    },
  });
  show(<Form onDone={vi.fn()} />);
  await userEvent.type(screen.getByLabelText('name'), 'Ana');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(await screen.findByText('Taken.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Do otherwise.');
  const keys = asked.map(({ headers }) => headers.get('idempotency-key'));
  expect(keys[0]).toBe(keys[1]);
});
