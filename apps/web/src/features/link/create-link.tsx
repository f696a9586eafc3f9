import { Select, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refresh } from '../../lib/api/queries.ts';
import type { AnswerOf } from '../../lib/api/call.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { filled, useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';

interface CreateLinkProps {
  /** Those the partner is in; at least one. */
  readonly programs: AnswerOf<'getTerms'>;
  /** A partner makes its own; else a member of the company makes it for one. */
  readonly isOwn?: boolean;
  readonly onClose: () => void;
  readonly onCreated: (id: string) => void;
}

/** Makes a link to the program's page, or deep into the company's pages. */
export function CreateLink({ programs, isOwn = true, onClose, onCreated }: CreateLinkProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const state = useContractForm({
    route: 'createLink',
    schema: async () => (await import('@cordee/contract/enrollment')).enrollmentRoutes.createLink.body,
    initial: { enrollmentId: programs[0]?.enrollment.id ?? '', destinationUrl: '', code: '', subId: '' },
    toInput: ({ enrollmentId, ...rest }) => ({ body: { enrollmentId, ...filled(rest) } }),
    onDone: async (link) => {
      await refresh(client, 'listLinks');
      toast(t`The link ${link.code} is ready.`);
      onCreated(link.id);
    },
  });
  const { form } = state;
  const [enrollmentId, setEnrollmentId] = useState(programs[0]?.enrollment.id ?? '');
  form.watch('enrollmentId', ({ value }) => setEnrollmentId(value));
  return (
    <SideDrawer title={t`Create a link`} onClose={onClose} size="md">
      <ContractForm state={state} verb={t`Create the link`}>
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
          type="url"
          label={t`Page it leads to`}
          data-autofocus
          placeholder={programs.find(({ enrollment }) => enrollment.id === enrollmentId)?.program.destinationUrl}
          description={<Hosts programs={programs} enrollmentId={enrollmentId} />}
          key={form.key('destinationUrl')}
          {...form.getInputProps('destinationUrl')}
        />
        <TextInput
          label={isOwn ? t`Your word in the address` : t`Word in the address`}
          description={
            isOwn
              ? t`Letters, digits and hyphens. Made of your name when you leave it empty.`
              : t`Letters, digits and hyphens. Made of the partner’s name when you leave it empty.`
          }
          autoComplete="off"
          key={form.key('code')}
          {...form.getInputProps('code')}
        />
        <TextInput
          label={t`Sub-id`}
          description={
            isOwn
              ? t`Your own label of what comes by it, such as the place you put it: your figures tell them apart.`
              : t`A label of what comes by it, such as the place it is put: figures tell them apart.`
          }
          autoComplete="off"
          key={form.key('subId')}
          {...form.getInputProps('subId')}
        />
      </ContractForm>
    </SideDrawer>
  );
}

/** Where links of the chosen program may lead. */
function Hosts({ programs, enrollmentId }: { programs: AnswerOf<'getTerms'>; enrollmentId: string }) {
  const hosts = programs.find(({ enrollment }) => enrollment.id === enrollmentId)?.program.hosts ?? [];
  const list = hosts.join(', ');
  return <Trans>Any page of {list}. The program’s own when you leave it empty.</Trans>;
}
