import { Select, Textarea, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { FileField, noFiles } from '../../ui/lazy-files.tsx';
import { toast } from '../../ui/toast.ts';
import { ofPartner } from './tax.queries.ts';

interface ProofFormProps {
  readonly partnerId: string;
  readonly hasNumber: boolean;
  readonly onClose: () => void;
}

/** What somebody of the company saw, and vouches for in their own name. */
export function ProofForm({ partnerId, hasNumber, onClose }: ProofFormProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [files, setFiles] = useState(noFiles);
  const kindAtFirst: 'vat_number' | 'business' = hasNumber ? 'vat_number' : 'business';
  const state = useContractForm({
    route: 'enterTaxProof',
    schema: async () => (await import('@cordee/contract/tax')).taxRoutes.enterTaxProof.body,
    initial: { kind: kindAtFirst, reference: '', note: '' },
    toInput: ({ kind, reference, note }) => ({
      params: { id: partnerId },
      body: { kind, reference, note: note.trim() === '' ? null : note, files: [...files.ids] },
    }),
    onDone: async () => {
      await refresh(client, ...ofPartner);
      toast(t`Kept, in your name.`);
      onClose();
    },
  });
  const { form } = state;
  return (
    <SideDrawer title={t`Vouch for it`} onClose={onClose} size="md">
      <ContractForm state={state} verb={t`Vouch for it`} disabled={files.busy}>
        <Select
          label={t`What you vouch for`}
          allowDeselect={false}
          data={[
            ...(hasNumber ? [{ value: 'vat_number', label: t`The VAT number is the partner’s` }] : []),
            { value: 'business', label: t`The partner is a business` },
          ]}
          key={form.key('kind')}
          {...form.getInputProps('kind')}
        />
        <TextInput
          label={t`What you saw, and where it is kept`}
          placeholder={t`Certificate of 3 November, file 2026-118`}
          maxLength={200}
          key={form.key('reference')}
          {...form.getInputProps('reference')}
        />
        <Textarea label={t`Note`} autosize minRows={2} maxLength={1000} key={form.key('note')} {...form.getInputProps('note')} />
        <FileField label={t`The certificate itself`} onChange={setFiles} />
      </ContractForm>
    </SideDrawer>
  );
}
