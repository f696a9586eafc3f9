import { Radio, Stack } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { PartnerSelect } from '../../ui/form/partner-select.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';
import { useState } from 'react';

/** Enrolls a partner: its first link and code can be made at once. */
export function EnrollPartner({ programId, onClose }: { programId: string; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [partnerId, setPartnerId] = useState<string | null>(null);
  const state = useContractForm({
    route: 'enroll',
    schema: async () => (await import('@cordee/contract/enrollment')).enrollmentRoutes.enroll.body,
    initial: { state: 'active' },
    toInput: (values) => {
      const first = values.state === 'pending' ? ('pending' as const) : ('active' as const);
      return { body: { programId, partnerId: partnerId ?? '', state: first } };
    },
    onDone: async () => {
      await refresh(client, 'listEnrollments', 'getProgram', 'listPrograms');
      toast(t`The partner is enrolled.`);
      onClose();
    },
  });
  const { form } = state;
  return (
    <SideDrawer title={t`Enroll a partner`} onClose={onClose} size="md">
      <ContractForm state={state} verb={t`Enroll the partner`}>
        <PartnerSelect
          label={t`Partner`}
          data-autofocus
          value={partnerId}
          onChange={setPartnerId}
          error={form.errors['partnerId']}
        />
        <Radio.Group label={t`State`} key={form.key('state')} {...form.getInputProps('state')}>
          <Stack gap={6} mt={6}>
            <Radio value="active" label={t`Active: it earns from now on`} />
            <Radio value="pending" label={t`Waiting: somebody accepts it later`} />
          </Stack>
        </Radio.Group>
      </ContractForm>
    </SideDrawer>
  );
}
