import { Anchor, Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { FileField, FileList, noFiles } from '../../ui/lazy-files.tsx';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { filled, useContractForm } from '../../ui/form/use-contract-form.ts';
import { LocalDate } from '../../ui/values.tsx';
import { Status } from '../../ui/status.tsx';
import { problemToast, toast } from '../../ui/toast.ts';
import { touched, type QualificationDetail } from './qualification.queries.ts';

/** What proves the answers, with the day it ends on. */
export function Evidence({ detail, mayWrite }: { detail: QualificationDetail; mayWrite: boolean }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [adding, setAdding] = useState(0);
  const remove = async (evidenceId: string) => {
    try {
      await call('removeEvidence', { params: { id: detail.id, evidenceId } });
      await refresh(client, ...touched);
      toast(t`Removed.`);
    } catch (refusal) {
      problemToast(refusal);
    }
  };
  return (
    <Stack gap="sm" component="section" maw={760}>
      <Title order={2}>
        <Trans context="qualification">Evidence</Trans>
      </Title>
      {detail.evidence.length === 0 && (
        <Text c="dimmed">
          <Trans>None yet. The other side sees yours once both are revealed; you are told thirty days before one ends.</Trans>
        </Text>
      )}
      {detail.evidence.map((one) => (
        <Piece
          key={one.id}
          piece={one}
          detail={detail}
          {...(mayWrite && one.side === detail.side ? { onRemove: () => void remove(one.id) } : {})}
        />
      ))}
      {mayWrite && <AddEvidence key={adding} detail={detail} onAdded={() => setAdding((now) => now + 1)} />}
    </Stack>
  );
}

interface PieceProps {
  readonly piece: QualificationDetail['evidence'][number];
  readonly detail: QualificationDetail;
  readonly onRemove?: () => void;
}

function Piece({ piece, detail, onRemove }: PieceProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { title, url, files, item, expiresOn, expired, takenOver, side } = piece;
  const proved = detail.questionnaire.items.find(({ key }) => key === item)?.text[language];
  return (
    <div>
      <Group gap="md">
        {url === null ? (
          <Text span>{title}</Text>
        ) : (
          <Anchor href={url} target="_blank" rel="noreferrer">
            {title}
          </Anchor>
        )}
        <Text span size="sm" c="dimmed">
          {side === 'company' ? t`Company` : detail.partnerName}
        </Text>
        {expiresOn !== null && (
          <Status tone={expired ? 'bad' : 'calm'}>
            <span>
              {expired ? (
                <Trans context="qualification">
                  ended on <LocalDate date={expiresOn} />
                </Trans>
              ) : (
                <Trans context="qualification">
                  until <LocalDate date={expiresOn} />
                </Trans>
              )}
            </span>
          </Status>
        )}
        {onRemove !== undefined && (
          <Button variant="subtle" size="compact-sm" aria-label={t`Remove ${title}`} onClick={onRemove}>
            <Trans>Remove</Trans>
          </Button>
        )}
      </Group>
      {proved !== undefined && (
        <Text size="sm" c="dimmed">
          {proved}
        </Text>
      )}
      {takenOver && (
        <Text size="sm" c="dimmed">
          <Trans>Came along from the time before: it still held.</Trans>
        </Text>
      )}
      <FileList files={files} />
    </div>
  );
}

function AddEvidence({ detail, onAdded }: { detail: QualificationDetail; onAdded: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const language = useLanguage();
  const [files, setFiles] = useState(noFiles);
  const state = useContractForm({
    route: 'addEvidence',
    schema: async () => (await import('@cordee/contract/evidence')).evidenceBody,
    initial: { title: '', url: '', item: '', expiresOn: '' },
    toInput: ({ title, ...rest }) => ({ params: { id: detail.id }, body: { title, files: [...files.ids], ...filled(rest) } }),
    onDone: async () => {
      await refresh(client, ...touched);
      toast(t`Added.`);
      onAdded();
    },
  });
  const { form } = state;
  return (
    <ContractForm state={state} verb={t`Add`} disabled={files.busy}>
      <TextInput
        label={t({ message: 'What it is', context: 'qualification' })}
        key={form.key('title')}
        {...form.getInputProps('title')}
      />
      <FileField
        label={t({ message: 'Files', context: 'qualification' })}
        error={typeof form.errors['files'] === 'string' ? form.errors['files'] : null}
        onChange={setFiles}
      />
      <TextInput label={t`Or where it is`} key={form.key('url')} {...form.getInputProps('url')} />
      <Select
        label={t`The question it proves`}
        placeholder={t`None in particular`}
        clearable
        searchable
        data={detail.questionnaire.items.map(({ key, text }) => ({ value: key, label: text[language] }))}
        key={form.key('item')}
        {...form.getInputProps('item')}
        value={form.getValues().item === '' ? null : form.getValues().item}
        onChange={(item) => form.setFieldValue('item', item ?? '')}
      />
      <TextInput label={t`Ends on`} type="date" maw={220} key={form.key('expiresOn')} {...form.getInputProps('expiresOn')} />
    </ContractForm>
  );
}
