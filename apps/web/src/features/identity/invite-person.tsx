import { Text, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnswerOf } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { LinkToHandOver } from '../../ui/link-to-hand-over.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';

interface InvitePersonProps {
  readonly partnerId: string;
  /** Whether somebody of the partner invites a colleague, or the company somebody of the partner. */
  readonly isOwn?: boolean;
  readonly onClose: () => void;
}

/** Lets somebody sign in for a partner; the link that lets them in is shown this once. */
export function InvitePerson({ partnerId, isOwn = true, onClose }: InvitePersonProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [invited, setInvited] = useState<AnswerOf<'invitePerson'> | null>(null);
  const state = useContractForm({
    route: 'invitePerson',
    schema: async () => (await import('@cordee/contract/identity-people')).peopleRoutes.invitePerson.body,
    initial: { name: '', email: '' },
    toInput: (body) => ({ params: { id: partnerId }, body }),
    onDone: async (answer) => {
      await refresh(client, 'listPeople', 'listMembers');
      setInvited(answer);
    },
  });
  const { form } = state;
  return (
    <SideDrawer title={isOwn ? t`Invite a colleague` : t`Invite somebody`} onClose={onClose} size="md">
      {invited === null ? (
        <ContractForm state={state} verb={t`Invite`}>
          <TextInput label={t`Name`} data-autofocus autoComplete="off" key={form.key('name')} {...form.getInputProps('name')} />
          <TextInput
            type="email"
            label={t`E-mail`}
            description={
              isOwn
                ? t`They sign in with it. They see all that you see here.`
                : t`They sign in with it, and see this partner’s portal.`
            }
            autoComplete="off"
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
        </ContractForm>
      ) : (
        <Invited person={invited} isOwn={isOwn} />
      )}
    </SideDrawer>
  );
}

function Invited({ person, isOwn }: { person: AnswerOf<'invitePerson'>; isOwn: boolean }) {
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
        {isOwn ? (
          <Trans>{person.name} already signs in here with this address: your account now shows among theirs.</Trans>
        ) : (
          <Trans>{person.name} already signs in here with this address: this partner’s account now shows among theirs.</Trans>
        )}
      </Text>
    );
  }
  return (
    <LinkToHandOver link={person.invitationLink} what={t`the link`}>
      <Trans>Hand this link to {person.name}: it works once, for seven days, and is not shown again.</Trans>
    </LinkToHandOver>
  );
}
