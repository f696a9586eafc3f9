import { Code, Stack, Text, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnswerOf } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';

/** Invites a colleague; the link that lets them in is shown this once. */
export function InvitePerson({ partnerId, onClose }: { partnerId: string; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [invited, setInvited] = useState<AnswerOf<'invitePerson'> | null>(null);
  const state = useContractForm({
    route: 'invitePerson',
    schema: async () => (await import('@cordee/contract/identity-people')).peopleRoutes.invitePerson.body,
    initial: { name: '', email: '' },
    toInput: (body) => ({ params: { id: partnerId }, body }),
    onDone: async (answer) => {
      await refresh(client, 'listPeople');
      setInvited(answer);
    },
  });
  const { form } = state;
  return (
    <SideDrawer title={t`Invite a colleague`} onClose={onClose} size="md">
      {invited === null ? (
        <ContractForm state={state} verb={t`Invite`}>
          <TextInput label={t`Name`} data-autofocus autoComplete="off" key={form.key('name')} {...form.getInputProps('name')} />
          <TextInput
            type="email"
            label={t`E-mail`}
            description={t`They sign in with it. They see all that you see here.`}
            autoComplete="off"
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
        </ContractForm>
      ) : (
        <Invited person={invited} />
      )}
    </SideDrawer>
  );
}

function Invited({ person }: { person: AnswerOf<'invitePerson'> }) {
  const { t } = useLingui();
  if (person.mailed && person.invitationLink === null) {
    return (
      <Text component="output">
        <Trans>
          We wrote to {person.email}: the link in that mail works once, for seven days. Whoever opens it chooses the password, so
          it is shown to nobody else.
        </Trans>
      </Text>
    );
  }
  if (person.invitationLink === null) {
    return (
      <Text component="output">
        <Trans>{person.name} already signs in here with this address: your account now shows among theirs.</Trans>
      </Text>
    );
  }
  return (
    <Stack component="output" align="flex-start">
      <Text>
        <Trans>Hand this link to {person.name}: it works once, for seven days, and is not shown again.</Trans>
      </Text>
      <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {person.invitationLink}
      </Code>
      <CopyButton value={person.invitationLink} what={t`the link`} variant="filled" size="sm" />
    </Stack>
  );
}
