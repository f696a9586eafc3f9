import { Checkbox, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { toast } from '../../ui/toast.ts';
import { touched, type Offer } from './invoice.queries.ts';

/** A partner agrees to the text above: its name, and a clear yes. */
export function GiveMandate({ offer: { language, textSha256 } }: { offer: Offer }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [agrees, setAgrees] = useState(false);
  const state = useContractForm({
    route: 'giveBillingMandate',
    schema: async () => (await import('@cordee/contract/billing-mandate')).billingMandateRoutes.giveBillingMandate.body,
    initial: { signer: '' },
    toInput: ({ signer }) => ({ body: { language, textSha256, signer } }),
    onDone: async () => {
      await refresh(client, 'listBillingMandates', ...touched);
      toast(t`The mandate is given.`);
    },
  });
  const { form } = state;
  return (
    <ContractForm state={state} verb={t`Give the mandate`} disabled={!agrees}>
      <TextInput
        label={t`Your first and last name`}
        description={t`You sign for the partner. Who agreed, when and to which text is kept.`}
        autoComplete="name"
        maw={420}
        key={form.key('signer')}
        {...form.getInputProps('signer')}
      />
      <Checkbox
        label={t`I have read the text above and give this mandate.`}
        checked={agrees}
        onChange={(event) => setAgrees(event.currentTarget.checked)}
      />
    </ContractForm>
  );
}

/** The company records a mandate that was signed on paper. */
export function RecordMandate({ offer: { language, textSha256 }, partnerId }: { offer: Offer; partnerId: string }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const state = useContractForm({
    route: 'giveBillingMandate',
    schema: async () => (await import('@cordee/contract/billing-mandate')).billingMandateRoutes.giveBillingMandate.body,
    initial: { signer: '', signedOn: '', reference: '' },
    toInput: ({ signer, signedOn, reference }) => ({
      body: { partnerId, language, textSha256, signer, onPaper: { signedOn, reference } },
    }),
    fieldOf: (path) => path.replace(/^onPaper\./, ''),
    onDone: async () => {
      await refresh(client, 'listBillingMandates', ...touched);
      toast(t`The mandate is recorded.`);
    },
  });
  const { form } = state;
  return (
    <ContractForm state={state} verb={t`Record a mandate on paper`}>
      <TextInput label={t`Signed by`} maw={420} key={form.key('signer')} {...form.getInputProps('signer')} />
      <TextInput label={t`Signed on`} type="date" maw={200} key={form.key('signedOn')} {...form.getInputProps('signedOn')} />
      <TextInput
        label={t`Where it is kept`}
        placeholder={t`Folder 3`}
        maw={420}
        key={form.key('reference')}
        {...form.getInputProps('reference')}
      />
    </ContractForm>
  );
}
