import { Select, Textarea, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { PartnerSelect } from '../../ui/form/partner-select.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { FileField, noFiles } from '../../ui/lazy-files.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';
import { touched, type Dispute, type Side } from './dispute.queries.ts';
import { subjectWords } from './dispute-words.ts';

type SubjectKind = Dispute['subject']['kind'];

interface OpenDisputeProps {
  readonly partnerId: string | null;
  readonly side: Side;
  /** What it is about, where one comes from there. */
  readonly about: { readonly kind: SubjectKind; readonly id: string } | null;
  readonly onClose: () => void;
}

const subjects = Object.keys(subjectWords) as Dispute['subject']['kind'][];

/** Opens a dispute: with whom, about what, and what is asked. */
export function OpenDispute({ partnerId, side, about, onClose }: OpenDisputeProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [files, setFiles] = useState(noFiles);
  const [subject, setSubject] = useState<SubjectKind>(about?.kind ?? 'other');
  const state = useContractForm({
    route: 'openDispute',
    schema: async () => (await import('@cordee/contract/dispute-actions')).disputeActionRoutes.openDispute.body,
    initial: { partnerId: partnerId ?? '', subjectId: about?.id ?? '', clause: '', title: '', asks: '', links: '' },
    toInput: ({ subjectId, clause, links, ...rest }) => ({
      body: {
        ...rest,
        subject,
        subjectId: subject === 'other' || subjectId.trim() === '' ? null : subjectId.trim(),
        clause: subject === 'clause' && clause.trim() !== '' ? clause.trim() : null,
        links: links.split(/\s+/).filter((link) => link !== ''),
        files: [...files.ids],
      },
    }),
    fieldOf: (path) => /^(?:links|files)/.exec(path)?.[0] ?? path,
    onDone: async ({ id }) => {
      await refresh(client, ...touched);
      toast(t`The dispute is open; the other side is told.`);
      const to = side === 'company' ? ('/console/disputes/$disputeId' as const) : ('/portal/disputes/$disputeId' as const);
      await navigate({ to, params: { disputeId: id } });
    },
  });
  const { form } = state;
  const field = (name: 'subjectId' | 'clause' | 'title' | 'asks' | 'links') => ({
    key: form.key(name),
    ...form.getInputProps(name),
  });
  return (
    <SideDrawer title={t`Open a dispute`} onClose={onClose}>
      <ContractForm state={state} verb={t`Open the dispute`} disabled={files.busy}>
        {partnerId === null && (
          <PartnerSelect
            label={t`Partner`}
            value={form.getValues().partnerId === '' ? null : form.getValues().partnerId}
            onChange={(id) => form.setFieldValue('partnerId', id ?? '')}
            error={form.errors['partnerId']}
          />
        )}
        <Subject subject={subject} onChange={setSubject} field={field} />
        <TextInput label={t`In one line`} {...field('title')} />
        <Textarea
          label={t`What it is about, and what you ask`}
          description={t`The other side reads it. It cannot be changed afterwards.`}
          autosize
          minRows={3}
          maxRows={12}
          {...field('asks')}
        />
        <Textarea label={t`Links`} description={t`One address a line.`} autosize minRows={1} maxRows={5} {...field('links')} />
        <FileField
          label={t`Files`}
          error={typeof form.errors['files'] === 'string' ? form.errors['files'] : null}
          onChange={setFiles}
        />
      </ContractForm>
    </SideDrawer>
  );
}

interface SubjectProps {
  readonly subject: SubjectKind;
  readonly onChange: (subject: SubjectKind) => void;
  readonly field: (name: 'subjectId' | 'clause') => object;
}

/** What it is about; its id, unless it is about nothing that has one. */
function Subject({ subject, onChange, field }: SubjectProps) {
  const { t } = useLingui();
  return (
    <>
      <Select
        label={t`About`}
        allowDeselect={false}
        data={subjects.map((value) => ({ value, label: t(subjectWords[value]) }))}
        value={subject}
        onChange={(value) => onChange(subjects.find((one) => one === value) ?? 'other')}
      />
      {subject !== 'other' && (
        <TextInput
          label={t`Its id`}
          description={t`As its page shows it in the address: obl_…, com_…, inv_…`}
          {...field('subjectId')}
        />
      )}
      {subject === 'clause' && (
        <TextInput label={t`Key of the clause`} description={t`As it stands in the charter.`} {...field('clause')} />
      )}
    </>
  );
}
