import { planTemplates, type TemplateName } from '@cordee/core/plan';
import { TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { refresh } from '../../lib/api/queries.ts';
import { useWorkspace } from '../../lib/workspace.tsx';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { TemplateChoice } from '../../ui/template-choice.tsx';

/** Adds a plan as a draft, for partners who are to have one of their own; then opens its editor. */
export function AddPlan({ programId, onClose }: { programId: string; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const navigate = useNavigate();
  const workspace = useWorkspace();
  const [template, setTemplate] = useState<TemplateName>('affiliate');
  const state = useContractForm({
    route: 'createPlan',
    schema: async () => (await import('@cordee/contract/plan')).planRoutes.createPlan.body,
    initial: { name: '' },
    toInput: ({ name }) => ({
      params: { id: programId },
      body: { name, document: { ...planTemplates[template], currency: workspace?.currency ?? 'EUR' } },
    }),
    onDone: async (plan) => {
      await refresh(client, 'listPlans');
      await navigate({ to: '/console/plans/$planId/edit', params: { planId: plan.id } });
    },
  });
  const { form } = state;
  return (
    <SideDrawer title={t`Add a plan`} onClose={onClose} size="md">
      <ContractForm state={state} verb={t`Add the plan`}>
        <TextInput
          label={t`Name`}
          description={t`Such as the level or the partner it is for.`}
          data-autofocus
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        <TemplateChoice label={t`Start from`} value={template} onChange={setTemplate} />
      </ContractForm>
    </SideDrawer>
  );
}
