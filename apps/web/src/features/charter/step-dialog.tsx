import { Stack, Text, Textarea, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { FileField, noFiles } from '../../ui/lazy-files.tsx';
import { toast } from '../../ui/toast.ts';
import { ObligationCounts } from './obligation-changes.tsx';
import { touched, type Charter, type Side, type Version } from './charter.queries.ts';

export type StepKind = 'share' | 'approve' | 'sign' | 'amend' | 'announce' | 'object' | 'drop' | 'end';

interface StepDialogProps {
  readonly kind: StepKind;
  readonly label: string;
  readonly charter: Charter;
  readonly version: Version;
  readonly side: Side;
  readonly onClose: () => void;
}

/** Asks before a step of a charter, and for what has to be said with it. */
export function StepDialog({ kind, label, charter, version, side, onClose }: StepDialogProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [day, setDay] = useState(() => new Date().toISOString().slice(0, 10));
  const [words, setWords] = useState('');
  const [files, setFiles] = useState(noFiles);
  const params = { id: charter.id };
  const send: Readonly<Record<StepKind, () => Promise<unknown>>> = {
    share: () => call('shareCharter', { params, body: {} }),
    approve: () => call('approveCharter', { params, body: { hash: version.hash } }),
    sign: () =>
      call('signCharter', {
        params,
        body: { hash: version.hash, signedOn: day, files: [...files.ids], ...(words.trim() === '' ? {} : { reference: words }) },
      }),
    amend: () => call('amendCharter', { params, body: {} }),
    announce: () => call('announceCharter', { params, body: { revision: version.revision, holdsFrom: day } }),
    object: () => call('objectToCharter', { params, body: { reason: words } }),
    drop: () => call('dropCharterDraft', { params, body: {} }),
    end: () => call('endCharter', { params, body: { endsOn: day, reason: words } }),
  };
  const confirm = async () => {
    await send[kind]();
    await refresh(client, ...touched);
    toast(t`Done.`);
  };
  const asksDay = kind === 'sign' || kind === 'announce' || kind === 'end';
  const asksWords = kind === 'object' || kind === 'end';
  return (
    <Confirm
      title={`${label}?`}
      verb={label}
      dangerous={kind === 'drop' || kind === 'end' || kind === 'object'}
      disabled={(asksWords && words.trim() === '') || files.busy}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Meaning kind={kind} side={side} version={version} />
        {(kind === 'approve' || kind === 'announce' || kind === 'object') && version.obligations !== null && (
          <Text size="sm">
            <Trans>In the obligations:</Trans> <ObligationCounts changes={version.obligations} />
          </Text>
        )}
        {asksDay && (
          <TextInput
            type="date"
            label={kind === 'sign' ? t`Signed on` : kind === 'announce' ? t`Holds from` : t`First day on which it holds no more`}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
        )}
        {asksWords && <Textarea label={t`Reason`} value={words} onChange={(event) => setWords(event.currentTarget.value)} />}
        {kind === 'sign' && (
          <>
            <TextInput
              label={t`Where the signed copy is kept`}
              description={t`May stay empty.`}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
            <FileField label={t`The signed copy`} onChange={setFiles} />
          </>
        )}
      </Stack>
    </Confirm>
  );
}

/** What will happen, and whether it can be taken back. */
function Meaning({ kind, side, version }: Pick<StepDialogProps, 'kind' | 'side' | 'version'>) {
  switch (kind) {
    case 'share':
      return <Trans>The other side reads it from now on, and both change it by proposals.</Trans>;
    case 'approve':
      return (
        <>
          <Trans>You approve the text as it stands. Once both sides have, it never changes again and can be signed.</Trans>
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            <Trans>Fingerprint (SHA-256): {version.hash}</Trans>
          </Text>
        </>
      );
    case 'sign':
      return (
        <Trans>
          For a PDF signed elsewhere, on paper or by another service. When both sides have said so, the charter holds.
        </Trans>
      );
    case 'amend':
      return <Trans>A draft of your own begins with the version in force, which goes on until another one holds.</Trans>;
    case 'announce':
      return (
        <Trans>
          The partner reads it and can object until its first day. It cannot begin before the notice of the version in force.
        </Trans>
      );
    case 'object':
      return side === 'company' ? (
        <Trans>The replacement will not hold; the version in force goes on.</Trans>
      ) : (
        <Trans>The replacement will not hold; the version in force goes on. The company reads your reason.</Trans>
      );
    case 'drop':
      return <Trans>The draft is closed for good. What was said stays in the history.</Trans>;
    case 'end':
      return <Trans>Check the notice both sides agreed on. The day can be moved later, never earlier.</Trans>;
  }
}
