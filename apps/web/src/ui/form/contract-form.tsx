import { Button, Group, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { ProblemNotice } from '../problem-notice.tsx';

interface ContractFormProps {
  readonly state: { readonly busy: boolean; readonly problem: unknown; readonly submit: (event: FormEvent) => void };
  readonly verb: string;
  readonly children: ReactNode;
  /** Beside the button: cancel, or another way. */
  readonly beside?: ReactNode;
  readonly wide?: boolean;
  /** While it cannot be sent: something is still to be agreed to, or it is another’s to send. */
  readonly disabled?: boolean;
}

/** The frame of a form: fields, what concerns none of them, one button named after what it does. */
export function ContractForm({ state, verb, children, beside, wide = false, disabled = false }: ContractFormProps) {
  return (
    <form onSubmit={state.submit} noValidate>
      <Stack gap="sm">
        {children}
        {state.problem !== null && <ProblemNotice error={state.problem} />}
        <Group justify={beside === undefined ? 'flex-start' : 'space-between'} mt="xs">
          <Button type="submit" loading={state.busy} disabled={disabled} fullWidth={wide}>
            {verb}
          </Button>
          {beside}
        </Group>
      </Stack>
    </form>
  );
}
