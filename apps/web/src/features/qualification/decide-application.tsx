import { Alert, Checkbox, Modal, Select, Text, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnswerOf } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { LinkToHandOver } from '../../ui/link-to-hand-over.tsx';
import { toast } from '../../ui/toast.ts';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import { decisionWords } from './qualification-words.ts';

type Detail = AnswerOf<'getApplication'>;
type Kind = (typeof kinds)[number];
const kinds = ['accepted', 'refused', 'more_questions'] as const;

interface Answered extends Record<string, unknown> {
  readonly kind: Kind;
  readonly reason: string;
  readonly invite: boolean;
}

interface DecideProps {
  readonly detail: Detail;
  readonly onClose: () => void;
}

/** The answer to an application; the link of the invitation is shown where no mail takes it along. */
export function DecideApplication({ detail, onClose }: DecideProps) {
  const { t } = useLingui();
  useFocusReturn();
  const [link, setLink] = useState<string | null>(null);
  return (
    <Modal opened onClose={onClose} title={t`Answer this application`} centered closeButtonProps={{ 'aria-label': t`Close` }}>
      {link === null ? (
        <Answer detail={detail} onDone={(toHandOver) => (toHandOver === null ? onClose() : setLink(toHandOver))} />
      ) : (
        <LinkToHandOver link={link} what={t`the link`}>
          <Trans>Hand this link to {detail.contact}: it works once, for seven days, and is not shown again.</Trans>
        </LinkToHandOver>
      )}
    </Modal>
  );
}

function Answer({ detail, onDone }: { readonly detail: Detail; readonly onDone: (link: string | null) => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [kind, setKind] = useState<Kind>('accepted');
  // Where the same company is a partner already, it is enrolled and no other is made.
  const same = detail.conflicts.find((conflict) => conflict.kind === 'partner' && conflict.strength === 'same');
  const initial: Answered = { kind: 'accepted', reason: '', invite: same === undefined };
  const state = useContractForm({
    route: 'decideApplication',
    schema: async () => (await import('@cordee/contract/application')).applicationRoutes.decideApplication.body,
    initial,
    toInput: ({ invite, ...body }) => ({
      params: { id: detail.id },
      body: body.kind === 'accepted' ? { ...body, invite, ...(same === undefined ? {} : { partnerId: same.id }) } : body,
    }),
    onDone: async ({ invitation }) => {
      await refresh(client, 'getApplication', 'listApplications', 'listPartners', 'getApplicationForm');
      toast(t`Answered. The applicant is told the reason.`);
      onDone(invitation !== null && !invitation.mailed ? invitation.link : null);
    },
  });
  const { form } = state;
  form.watch('kind', ({ value }) => setKind(value));
  const refused = form.errors['id'] ?? form.errors['partnerId'];
  return (
    <ContractForm state={state} verb={t({ message: 'Answer', context: 'qualification' })}>
      <Select
        label={t`Decision`}
        allowDeselect={false}
        data={kinds.map((value) => ({ value, label: t(decisionWords[value]) }))}
        key={form.key('kind')}
        {...form.getInputProps('kind')}
      />
      <Textarea
        label={t`Reason`}
        description={t`Told to the applicant by mail, as it stands.`}
        data-autofocus
        rows={4}
        key={form.key('reason')}
        {...form.getInputProps('reason')}
      />
      {kind === 'accepted' && (
        <>
          <Text size="sm" c="dimmed">
            {same === undefined ? (
              <Trans>Accepting makes the partner and enrolls it in {detail.programName}.</Trans>
            ) : (
              <Trans>
                {same.name} is a partner already: accepting enrolls it in {detail.programName}, and makes no other.
              </Trans>
            )}
          </Text>
          <Checkbox
            label={t`Invite ${detail.contact} to the portal`}
            description={
              same === undefined
                ? t`By the address they proved: ${detail.email}.`
                : t`They would see all of ${same.name}. Make sure that they belong to it: the form says so, nothing proves it.`
            }
            key={form.key('invite')}
            {...form.getInputProps('invite', { type: 'checkbox' })}
          />
        </>
      )}
      {refused !== undefined && refused !== null && <Alert color="red" variant="outline" role="alert" title={refused} />}
    </ContractForm>
  );
}
