import { TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { planTemplates, type TemplateName } from '@cordee/core/plan';
import { useState } from 'react';
import { refresh } from '../../lib/api/queries.ts';
import { useWorkspace } from '../../lib/workspace.tsx';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { CurrencySelect } from '../../ui/form/currency-select.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { TemplateChoice } from '../../ui/template-choice.tsx';
import { toast } from '../../ui/toast.ts';

const FIRST: TemplateName = 'affiliate';

/** Opens a program with its first plan as a draft, then shows its page. */
export function CreateProgram({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const navigate = useNavigate();
  const workspace = useWorkspace();
  const [template, setTemplate] = useState<TemplateName>(FIRST);
  const [currency, setCurrency] = useState<string | null>(null);
  const chosen = currency ?? workspace?.currency ?? 'EUR';
  const state = useContractForm({
    route: 'createProgram',
    schema: async () => (await import('@cordee/contract/program')).programRoutes.createProgram.body,
    initial: { name: '', destinationUrl: '' },
    toInput: (values) => ({ body: { ...values, plan: { ...planTemplates[template], currency: chosen } } }),
    onDone: async (program) => {
      await refresh(client, 'listPrograms');
      toast(t`${program.name} was created. Its plan is a draft: read it, change it, publish it.`);
      await navigate({ to: '/console/programs/$programId', params: { programId: program.id } });
    },
  });
  const { form } = state;
  return (
    <SideDrawer title={t`Create a program`} onClose={onClose} size="md">
      <ContractForm state={state} verb={t`Create the program`}>
        <TextInput
          label={t`Name`}
          description={t`As partners will read it.`}
          data-autofocus
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t`Destination`}
          description={t`The page of yours that links lead to unless they say otherwise.`}
          placeholder={'https://'}
          inputMode="url"
          autoComplete="url"
          key={form.key('destinationUrl')}
          {...form.getInputProps('destinationUrl')}
        />
        <CurrencySelect
          label={t`Currency`}
          description={t`Of the fixed amounts, thresholds and caps of the plan.`}
          allowDeselect={false}
          value={chosen}
          onChange={(value) => setCurrency(value)}
        />
        <TemplateChoice
          label={t`Start from`}
          description={t`A plan you can change in every detail before anybody sees it.`}
          value={template}
          onChange={setTemplate}
        />
      </ContractForm>
    </SideDrawer>
  );
}
