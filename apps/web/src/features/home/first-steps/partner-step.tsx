import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call, type AnswerOf } from '../../../lib/api/call.ts';
import { asProblem } from '../../../lib/api/problem.ts';
import { refresh } from '../../../lib/api/queries.ts';
import { chosenMembership } from '../../../lib/membership-choice.ts';
import { CopyField } from '../../../ui/copy-field.tsx';
import { ContractForm } from '../../../ui/form/contract-form.tsx';
import { filled, useContractForm } from '../../../ui/form/use-contract-form.ts';
import { partnersQuery, programsQuery } from './first-steps.queries.ts';

interface Invited {
  readonly name: string;
  readonly link: string | null;
  readonly invitation: string | null;
}

/** A partner, its enrollment, its link and its way into the portal, in one go. */
export function PartnerStep() {
  const { t } = useLingui();
  const client = useQueryClient();
  const { data: programs } = useQuery(programsQuery);
  const { data: partners } = useQuery(partnersQuery);
  const [invited, setInvited] = useState<Invited | null>(null);
  const programId = programs?.items.at(-1)?.id;
  const state = useContractForm({
    route: 'createPartner',
    schema: async () => (await import('@cordee/contract/partner')).partnerRoutes.createPartner.body,
    initial: { name: '', email: '' },
    toInput: ({ name, email }) => ({ body: { name, kind: 'affiliate' as const, ...filled({ email }) } }),
    onDone: async (partner) => {
      setInvited({
        name: partner.name,
        link: programId === undefined ? null : await linkFor(partner.id, programId),
        invitation: await invitationFor(partner),
      });
      await refresh(client, 'listPartners', 'listEnrollments', 'listLinks', 'listMembers');
    },
  });
  const { form } = state;
  if (invited !== null) return <Ready invited={invited} />;
  if (partners !== undefined && partners.items.length > 0) {
    return (
      <Group gap="xs">
        <Button component={Link} to="/console/partners" variant="default">
          <Trans>See your partners</Trans>
        </Button>
      </Group>
    );
  }
  return (
    <ContractForm state={state} verb={t`Invite the partner`}>
      <TextInput
        label={t`Name`}
        description={t`As it will stand on statements.`}
        autoComplete="off"
        key={form.key('name')}
        {...form.getInputProps('name')}
      />
      <TextInput
        type="email"
        label={t`E-mail`}
        description={t`Of whoever will look at its portal.`}
        autoComplete="off"
        key={form.key('email')}
        {...form.getInputProps('email')}
      />
    </ContractForm>
  );
}

async function linkFor(partnerId: string, programId: string): Promise<string> {
  const enrollment = await call('enroll', { body: { programId, partnerId } });
  const link = await call('createLink', { body: { enrollmentId: enrollment.id } });
  return link.url;
}

/** Only owners invite people; without an address there is nobody to invite. */
async function invitationFor({ id, name, email }: AnswerOf<'createPartner'>): Promise<string | null> {
  if (email === null || chosenMembership()?.role !== 'owner') return null;
  try {
    const { invitationLink } = await call('addMember', { body: { name, email, role: 'partner', partnerId: id } });
    return invitationLink;
  } catch (error) {
    // Somebody who is in already needs no invitation.
    if (asProblem(error).code === 'already_exists') return null;
    throw error;
  }
}

function Ready({ invited: { name, link, invitation } }: { invited: Invited }) {
  const { t } = useLingui();
  return (
    <Stack gap="sm">
      <Text>
        <Trans>{name} is ready. Hand these over:</Trans>
      </Text>
      {link !== null && <CopyField label={t`Its link to share`} value={link} />}
      {invitation !== null && <CopyField label={t`Its way into the portal (works once, for seven days)`} value={invitation} />}
    </Stack>
  );
}
