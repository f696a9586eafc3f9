import { Select, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import type { AnswerOf } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';

/** Gives a partner a code its customers type at checkout. `programs` are those it is in; at least one. */
export function GiveCode({ programs, onClose }: { programs: AnswerOf<'getTerms'>; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const state = useContractForm({
    route: 'createCoupon',
    schema: async () => (await import('@cordee/contract/enrollment')).enrollmentRoutes.createCoupon.body,
    initial: { enrollmentId: programs[0]?.enrollment.id ?? '', code: '' },
    toInput: (body) => ({ body }),
    onDone: async ({ code }) => {
      await refresh(client, 'listCoupons');
      toast(t`The code ${code} counts from now on.`);
      onClose();
    },
  });
  const { form } = state;
  return (
    <SideDrawer title={t`Give a code`} onClose={onClose} size="md">
      <ContractForm state={state} verb={t`Give the code`}>
        {programs.length > 1 && (
          <Select
            label={t`Program`}
            allowDeselect={false}
            data={programs.map(({ enrollment, program }) => ({ value: enrollment.id, label: program.name }))}
            key={form.key('enrollmentId')}
            {...form.getInputProps('enrollmentId')}
          />
        )}
        <TextInput
          label={t`Code`}
          description={t`What customers type at your checkout; make it there as well.`}
          data-autofocus
          autoComplete="off"
          key={form.key('code')}
          {...form.getInputProps('code')}
        />
      </ContractForm>
    </SideDrawer>
  );
}
