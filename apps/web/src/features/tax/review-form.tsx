import { Select, Text, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { refresh } from '../../lib/api/queries.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';
import { ofPartner, tableQuery } from './tax.queries.ts';

/** As which case a partner is treated that a rule asks a person about. */
export function ReviewForm({ partnerId, onClose }: { partnerId: string; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const language = useLanguage();
  const { data: table } = useQuery(tableQuery(null));
  const state = useContractForm({
    route: 'reviewTax',
    schema: async () => (await import('@cordee/contract/tax')).taxRoutes.reviewTax.body,
    initial: { treatAs: null as string | null, reason: '' },
    toInput: ({ treatAs, reason }) => ({ params: { id: partnerId }, body: { treatAs: treatAs ?? '', reason } }),
    onDone: async () => {
      await refresh(client, ...ofPartner);
      toast(t`The review is answered.`);
      onClose();
    },
  });
  const { form } = state;
  const choices = (table?.document.rules ?? []).filter(({ outcome }) => outcome.kind === 'invoice' || outcome.kind === 'receipt');
  return (
    <SideDrawer title={t`Answer the review`} onClose={onClose} size="md">
      <ContractForm state={state} verb={t`Keep the answer`}>
        <Text size="sm">
          <Trans>It holds for the tax details in force now, until others are.</Trans>
        </Text>
        <Select
          label={t`Treated as`}
          data={choices.map(({ key, label }) => ({ value: key, label: label[language] }))}
          key={form.key('treatAs')}
          {...form.getInputProps('treatAs')}
        />
        <Textarea
          label={t`Why`}
          description={t`Kept with the answer: who advised it, where it is written.`}
          autosize
          minRows={3}
          maxLength={500}
          key={form.key('reason')}
          {...form.getInputProps('reason')}
        />
      </ContractForm>
    </SideDrawer>
  );
}
