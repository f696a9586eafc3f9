import { Alert, Modal, Select, Textarea } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { toast } from '../../ui/toast.ts';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import { touched, type Claim } from './claim.queries.ts';
import { refusalWords } from './claim-words.ts';

type RefusalCode = keyof typeof refusalWords;
const codes = Object.keys(refusalWords) as RefusalCode[];

const initial: { code: RefusalCode; reason: string } = { code: 'not_found', reason: '' };

/** Whoever refuses says why, in a word and in words; the partner reads both. */
export function RefuseClaim({ claim, onClose }: { claim: Claim; onClose: () => void }) {
  const { t } = useLingui();
  useFocusReturn();
  const client = useQueryClient();
  const state = useContractForm({
    route: 'refuseClaim',
    schema: async () => (await import('@cordee/contract/claim')).claimRoutes.refuseClaim.body,
    initial,
    toInput: ({ code, reason }) => ({ params: { id: claim.id }, body: { code, reason } }),
    onDone: async () => {
      await refresh(client, ...touched);
      toast(t`Refused. The partner is told the reason.`);
      onClose();
    },
  });
  const { form } = state;
  const refused = form.errors['id'];
  return (
    <Modal opened onClose={onClose} title={t`Refuse this claim?`} centered closeButtonProps={{ 'aria-label': t`Close` }}>
      <ContractForm state={state} verb={t`Refuse`}>
        <Select
          label={t`Because`}
          allowDeselect={false}
          data={codes.map((value) => ({ value, label: t(refusalWords[value]) }))}
          key={form.key('code')}
          {...form.getInputProps('code')}
        />
        <Textarea
          label={t`Reason`}
          description={t`Shown to the partner and kept for good.`}
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
