import { Modal, Textarea } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { toast } from '../../ui/toast.ts';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import { touched } from './qualification.queries.ts';

/** Either side ends the questions before the reveal. */
export function WithdrawQualification({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLingui();
  useFocusReturn();
  const client = useQueryClient();
  const state = useContractForm({
    route: 'withdrawQualification',
    schema: async () => (await import('@cordee/contract/qualification')).qualificationRoutes.withdrawQualification.body,
    initial: { reason: '' },
    toInput: ({ reason }) => ({ params: { id }, body: { reason } }),
    onDone: async () => {
      await refresh(client, ...touched);
      toast(t`Withdrawn. What was answered is erased, unread.`);
      onClose();
    },
  });
  const { form } = state;
  return (
    <Modal opened onClose={onClose} title={t`Withdraw these questions?`} centered closeButtonProps={{ 'aria-label': t`Close` }}>
      <ContractForm state={state} verb={t({ message: 'Withdraw', context: 'qualification' })}>
        <Textarea
          label={t`Reason`}
          description={t`The other side reads it. What both have answered is erased, unread.`}
          data-autofocus
          rows={3}
          key={form.key('reason')}
          {...form.getInputProps('reason')}
        />
      </ContractForm>
    </Modal>
  );
}
