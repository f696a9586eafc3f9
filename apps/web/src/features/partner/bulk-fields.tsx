import { Select, TagsInput, Text, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BulkKind, Change } from './bulk.ts';
import { stages } from './partner-filters.ts';
import { programsQuery, tagsQuery, type ListedPartner, type Stage } from './partner.queries.ts';
import { stageWords } from './stage-words.ts';

interface FieldsProps {
  readonly partners: readonly ListedPartner[];
  readonly change: Change | null;
  /** Null while something is still to be said. */
  readonly onChange: (change: Change | null) => void;
}

/** What is known without asking. */
export function firstChange(kind: BulkKind): Change | null {
  return kind === 'archive' ? { action: 'archive' } : null;
}

/** What each change needs to know. */
export function BulkFields({ kind, ...props }: FieldsProps & { kind: BulkKind }) {
  switch (kind) {
    case 'stage':
      return <StageFields {...props} />;
    case 'tag':
    case 'untag':
      return <TagFields {...props} action={kind} />;
    case 'enroll':
      return <ProgramField {...props} />;
    case 'archive':
      return (
        <Trans>
          This cannot be taken back. Their enrollments end now: links and codes earn nothing more. Everything earned stays due.
        </Trans>
      );
    default:
      return kind satisfies never;
  }
}

function StageFields({ onChange }: FieldsProps) {
  const { t } = useLingui();
  const [stage, setStage] = useState<Stage | null>(null);
  const [reason, setReason] = useState('');
  const tell = (to: Stage | null, why: string) => {
    setStage(to);
    setReason(why);
    onChange(to === null ? null : { action: 'stage', stage: to, ...(why.trim() === '' ? {} : { reason: why }) });
  };
  return (
    <>
      <Select
        label={t`Stage`}
        data-autofocus
        allowDeselect={false}
        data={stages.map((value) => ({ value, label: t(stageWords[value]) }))}
        value={stage}
        onChange={(value) => tell(value, reason)}
      />
      <TextInput
        label={t`Reason`}
        description={t`Kept with the stage; partners never see it.`}
        maxLength={500}
        value={reason}
        onChange={(event) => tell(stage, event.currentTarget.value)}
      />
    </>
  );
}

function TagFields({ action, partners, change, onChange }: FieldsProps & { action: 'tag' | 'untag' }) {
  const { t } = useLingui();
  const { data } = useQuery(tagsQuery);
  const worn = [...new Set(partners.flatMap(({ tags }) => tags))].sort();
  if (action === 'untag' && worn.length === 0) {
    return (
      <Text>
        <Trans>None of the selected partners has a tag.</Trans>
      </Text>
    );
  }
  return (
    <TagsInput
      label={t`Tags`}
      description={t`Press Enter after each tag.`}
      data-autofocus
      acceptValueOnBlur
      maxTags={20}
      data={action === 'untag' ? worn : (data?.map(({ tag }) => tag) ?? [])}
      value={change !== null && 'tags' in change ? [...change.tags] : []}
      onChange={(tags) => onChange(tags.length === 0 ? null : { action, tags: tags.map((tag) => tag.trim().toLowerCase()) })}
    />
  );
}

function ProgramField({ onChange }: FieldsProps) {
  const { t } = useLingui();
  const { data } = useQuery(programsQuery);
  return (
    <Select
      label={t`Program`}
      description={t`Links, codes and commissions follow. To take it back, end each enrollment.`}
      data-autofocus
      allowDeselect={false}
      data={data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      onChange={(programId) => onChange(programId === null ? null : { action: 'enroll', programId })}
    />
  );
}
