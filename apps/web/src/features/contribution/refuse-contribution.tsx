import { Alert, Modal, Textarea } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import type { FormEvent, ReactNode } from 'react';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { filled, useContractForm } from '../../ui/form/use-contract-form.ts';
import { toast } from '../../ui/toast.ts';
import type { Contribution } from './contribution.queries.ts';

interface DecisionProps {
  readonly contribution: Contribution;
  readonly onClose: () => void;
}

/** Whoever refuses says why; the partner reads it. */
export function RefuseContribution({ contribution, onClose }: DecisionProps) {
  const { t } = useLingui();
  const done = useDone(t`Refused. The partner is told the reason.`, onClose);
  const state = useContractForm({
    route: 'refuseContribution',
    schema: async () => (await import('@cordee/contract/contribution')).contributionRoutes.refuseContribution.body,
    initial: { reason: '' },
    toInput: ({ reason }) => ({ params: { id: contribution.id }, body: { reason } }),
    onDone: done,
  });
  return (
    <ReasonForm
      title={t`Refuse this contribution?`}
      verb={t`Refuse`}
      hint={t`Shown to the partner and kept. It never counts; the partner may declare it again.`}
      state={state}
      onClose={onClose}
    />
  );
}

/** Takes back what was declared or confirmed, for what happens from now on. */
export function WithdrawContribution({ contribution, onClose }: DecisionProps) {
  const { t } = useLingui();
  const done = useDone(t`It is withdrawn.`, onClose);
  const state = useContractForm({
    route: 'withdrawContribution',
    schema: async () => (await import('@cordee/contract/contribution')).contributionRoutes.withdrawContribution.body,
    initial: { reason: '' },
    toInput: ({ reason }) => ({ params: { id: contribution.id }, body: filled({ reason: reason.trim() }) }),
    onDone: done,
  });
  return (
    <ReasonForm
      title={t`Withdraw this contribution?`}
      verb={t`Withdraw`}
      hint={t`Shown to the partner. It counts no more for what happens from now on; what was earned stays.`}
      state={state}
      onClose={onClose}
    />
  );
}

function useDone(told: string, onClose: () => void): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await refresh(client, 'listContributions', 'getContribution', 'getHome', 'listFacts');
    toast(told);
    onClose();
  };
}

interface ReasonFormProps {
  readonly title: string;
  readonly verb: string;
  readonly hint: string;
  readonly state: {
    readonly form: {
      readonly key: (name: 'reason') => string;
      readonly getInputProps: (name: 'reason') => object;
      readonly errors: Readonly<Record<string, ReactNode>>;
    };
    readonly busy: boolean;
    readonly problem: unknown;
    readonly submit: (event: FormEvent) => void;
  };
  readonly onClose: () => void;
}

function ReasonForm({ title, verb, hint, state, onClose }: ReasonFormProps) {
  const { t } = useLingui();
  const { form } = state;
  const refused = form.errors['id'];
  return (
    <Modal opened onClose={onClose} title={title} centered closeButtonProps={{ 'aria-label': t`Close` }}>
      <ContractForm state={state} verb={verb}>
        <Textarea
          label={t`Reason`}
          description={hint}
          placeholder={t`This customer is served by our own team`}
          data-autofocus
          rows={3}
          key={form.key('reason')}
          {...form.getInputProps('reason')}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) state.submit(event);
          }}
        />
        {refused !== undefined && refused !== null && <Alert color="red" variant="outline" role="alert" title={refused} />}
      </ContractForm>
    </Modal>
  );
}
