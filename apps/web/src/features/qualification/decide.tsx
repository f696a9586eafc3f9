import { Alert, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { filled, useContractForm } from '../../ui/form/use-contract-form.ts';
import { toast } from '../../ui/toast.ts';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import { decisionWords } from './qualification-words.ts';
import { touched } from './qualification.queries.ts';

const kinds = ['accepted', 'refused', 'more_questions'] as const;
type Kind = (typeof kinds)[number];

const initial: { kind: Kind; reason: string; requalifyOn: string } = { kind: 'accepted', reason: '', requalifyOn: '' };

/** The company decides about a qualification, with the reason the partner reads. */
export function DecideQualification({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLingui();
  useFocusReturn();
  const client = useQueryClient();
  const state = useContractForm({
    route: 'decideQualification',
    schema: async () => (await import('@cordee/contract/qualification')).qualificationRoutes.decideQualification.body,
    initial,
    toInput: ({ kind, reason, requalifyOn }) => ({ params: { id }, body: { kind, reason, ...filled({ requalifyOn }) } }),
    onDone: async () => {
      await refresh(client, ...touched);
      toast(t`Decided. The partner is told the reason.`);
      onClose();
    },
  });
  const { form } = state;
  const refused = form.errors['id'];
  return (
    <Modal opened onClose={onClose} title={t`Decide`} centered closeButtonProps={{ 'aria-label': t`Close` }}>
      <ContractForm state={state} verb={t`Decide`}>
        <Select
          label={t`Decision`}
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: t(decisionWords[value]) }))}
          key={form.key('kind')}
          {...form.getInputProps('kind')}
        />
        <Textarea
          label={t`Reason`}
          description={t`The partner reads it, in the portal and by mail.`}
          data-autofocus
          rows={3}
          key={form.key('reason')}
          {...form.getInputProps('reason')}
        />
        <TextInput
          label={t`Ask both again on`}
          description={t`Empty: never. Answers grow old: a year is usual.`}
          type="date"
          maw={240}
          key={form.key('requalifyOn')}
          {...form.getInputProps('requalifyOn')}
        />
        {refused !== undefined && refused !== null && <Alert color="red" variant="outline" role="alert" title={refused} />}
      </ContractForm>
    </Modal>
  );
}
