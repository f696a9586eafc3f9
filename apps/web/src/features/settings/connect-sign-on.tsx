import { PasswordInput, Select, TagsInput, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refresh } from '../../lib/api/queries.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';
import { roleMeanings, roleWords } from './role-words.ts';
import type { SignOn, SignOnConnection } from './settings.queries.ts';

type NewRole = SignOnConnection['newRole'];
const NOBODY = 'nobody';

/** What the provider is, and whom it lets in. */
export function ConnectSignOn({ signOn, onClose }: { signOn: SignOn; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const { connection } = signOn;
  const [newRole, setNewRole] = useState<NewRole>(connection?.newRole ?? null);
  const state = useContractForm({
    route: 'connectSignOn',
    schema: async () => (await import('@cordee/contract/sign-on')).signOnRoutes.connectSignOn.body,
    initial: {
      issuer: connection?.issuer ?? '',
      clientId: connection?.clientId ?? '',
      clientSecret: '',
      domains: [...(connection?.domains ?? [])],
    },
    toInput: ({ issuer, clientId, clientSecret, domains }) => ({
      body: {
        issuer: issuer.trim(),
        clientId: clientId.trim(),
        ...(clientSecret === '' ? {} : { clientSecret }),
        domains: domains.map((domain) => domain.trim().replace(/^@/, '')),
        newRole,
      },
    }),
    fieldOf: (path) => path.split('.')[0] ?? path,
    onDone: async () => {
      await refresh(client, 'getSignOn');
      toast(connection === null ? t`The provider is connected. Test it, then activate it.` : t`Saved.`);
      onClose();
    },
  });
  const { form } = state;
  return (
    <SideDrawer title={connection === null ? t`Connect a provider` : t`Change the provider`} onClose={onClose} size="md">
      <ContractForm state={state} verb={connection === null ? t`Connect` : t`Save`}>
        <CopyField label={t`Redirect address, to be allowed at the provider`} value={signOn.redirectUri} />
        <TextInput
          type="url"
          label={t`Issuer`}
          description={t`As the provider writes it, such as https://login.example.com/realms/staff`}
          data-autofocus
          autoComplete="off"
          key={form.key('issuer')}
          {...form.getInputProps('issuer')}
        />
        <TextInput label={t`Client id`} autoComplete="off" key={form.key('clientId')} {...form.getInputProps('clientId')} />
        <PasswordInput
          label={t`Client secret`}
          description={connection === null ? t`Kept sealed and never shown.` : t`Empty: the one kept stays.`}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': t`Show the secret` }}
          key={form.key('clientSecret')}
          {...form.getInputProps('clientSecret')}
        />
        <TagsInput
          label={t`Domains of addresses`}
          description={t`Each with Enter, such as example.com. Only verified addresses of these domains come in.`}
          key={form.key('domains')}
          {...form.getInputProps('domains')}
        />
        <NewRoleField role={newRole} onRole={setNewRole} />
      </ContractForm>
    </SideDrawer>
  );
}

function NewRoleField({ role, onRole }: { role: NewRole; onRole: (role: NewRole) => void }) {
  const { t } = useLingui();
  return (
    <Select
      label={t`Somebody new becomes`}
      description={role === null ? <Trans>Invite people first; the provider then lets them in.</Trans> : t(roleMeanings[role])}
      allowDeselect={false}
      data={[
        { value: NOBODY, label: t`Nobody: only invited people come in` },
        ...(['viewer', 'finance', 'manager'] as const).map((one) => ({ value: one, label: t(roleWords[one]) })),
      ]}
      value={role ?? NOBODY}
      onChange={(value) => onRole(value === NOBODY ? null : value)}
    />
  );
}
