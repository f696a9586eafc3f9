import type { Role } from '@cordee/contract/route';
import { Button, Stack, Text, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refresh } from '../../lib/api/queries.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { RoleFields } from './role-fields.tsx';

/** Invites somebody, then shows the one-time link for whoever hands it over. */
export function InvitePerson({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [role, setRole] = useState<Role>('manager');
  const [partner, setPartner] = useState<string | null>(null);
  const [done, setDone] = useState<{ readonly name: string; readonly link: string | null } | null>(null);
  const state = useContractForm({
    route: 'addMember',
    schema: async () => (await import('@cordee/contract/identity-members')).addMember.body,
    initial: { name: '', email: '', partnerId: '' },
    toInput: ({ name, email }) => ({
      body: { name, email, role, ...(role === 'partner' && partner !== null ? { partnerId: partner } : {}) },
    }),
    onDone: async ({ name, invitationLink }) => {
      setDone({ name, link: invitationLink });
      await refresh(client, 'listMembers', 'listPeople');
    },
  });
  const { form } = state;
  return (
    <SideDrawer title={t`Invite somebody`} onClose={onClose} size="md">
      {done === null ? (
        <ContractForm state={state} verb={t`Invite`}>
          <TextInput label={t`Name`} data-autofocus autoComplete="off" key={form.key('name')} {...form.getInputProps('name')} />
          <TextInput type="email" label={t`E-mail`} autoComplete="off" key={form.key('email')} {...form.getInputProps('email')} />
          <RoleFields
            role={role}
            onRole={setRole}
            partner={partner}
            onPartner={setPartner}
            error={form.errors['partnerId'] as string | undefined}
          />
        </ContractForm>
      ) : (
        <Stack>
          {done.link === null ? (
            <Text>
              <Trans>{done.name} has an account here already and may come in at once, with the usual password.</Trans>
            </Text>
          ) : (
            <>
              <Text>
                <Trans>Hand this link to {done.name}. It works once, for seven days, and asks for a password.</Trans>
              </Text>
              <CopyField label={t`Invitation link`} value={done.link} />
            </>
          )}
          <Button variant="default" onClick={onClose} style={{ alignSelf: 'flex-start' }}>
            <Trans>Done</Trans>
          </Button>
        </Stack>
      )}
    </SideDrawer>
  );
}
