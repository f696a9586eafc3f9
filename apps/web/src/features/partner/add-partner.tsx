import { Select, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { refresh } from '../../lib/api/queries.ts';
import { useWorkspace } from '../../lib/workspace.tsx';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { CountrySelect } from '../../ui/form/country-select.tsx';
import { LanguageSelect } from './language-select.tsx';
import { filled, useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';
import { kindWords } from './kind-words.ts';
import { partnerKinds, type PartnerKind } from './partner-kinds.ts';

const FIRST_KIND: PartnerKind = 'affiliate';

/** Adds a partner, then shows its page. */
export function AddPartner({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const navigate = useNavigate();
  const workspace = useWorkspace();
  const state = useContractForm({
    route: 'createPartner',
    schema: async () => (await import('@cordee/contract/partner')).partnerRoutes.createPartner.body,
    initial: {
      name: '',
      kind: FIRST_KIND,
      email: '',
      country: workspace?.country ?? '',
      language: '',
      externalId: '',
    },
    toInput: ({ name, kind, ...rest }) => ({
      body: {
        name,
        kind,
        ...(filled(rest) as { email?: string; country?: string; language?: 'fr' | 'en'; externalId?: string }),
      },
    }),
    onDone: async (partner) => {
      await refresh(client, 'listPartners');
      toast(t`${partner.name} was added.`);
      onClose();
      await navigate({ to: '/console/partners/$partnerId', params: { partnerId: partner.id } });
    },
  });
  const { form } = state;
  return (
    <SideDrawer title={t`Add a partner`} onClose={onClose} size="md">
      <ContractForm state={state} verb={t`Add the partner`}>
        <TextInput
          label={t`Name`}
          description={t`As it will stand on statements.`}
          data-autofocus
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        <Select
          label={t`Kind`}
          allowDeselect={false}
          data={partnerKinds.map((value) => ({ value, label: t(kindWords[value]) }))}
          key={form.key('kind')}
          {...form.getInputProps('kind')}
        />
        <TextInput type="email" label={t`E-mail`} autoComplete="off" key={form.key('email')} {...form.getInputProps('email')} />
        <CountrySelect label={t`Country`} clearable key={form.key('country')} {...form.getInputProps('country')} />
        <LanguageSelect key={form.key('language')} {...form.getInputProps('language')} />
        <TextInput
          label={t`Your reference`}
          description={t`What your own systems call this partner.`}
          autoComplete="off"
          key={form.key('externalId')}
          {...form.getInputProps('externalId')}
        />
      </ContractForm>
    </SideDrawer>
  );
}
