import { Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { problemToast, toast } from '../../ui/toast.ts';
import { Instant } from '../../ui/values.tsx';
import { Part } from './part.tsx';
import { ownNotesQuery, type OwnNote } from './partnership.queries.ts';

/** What the partner writes down for itself. */
export function OwnNotes({ partnerId }: { partnerId: string }) {
  const { t } = useLingui();
  const list = useInfiniteQuery(ownNotesQuery(partnerId));
  // Begun anew after each note.
  const [round, setRound] = useState(0);
  return (
    <Part
      title={t`Your notes`}
      query={list}
      about={t`For everybody who signs in for you. The company reads none of them, not even when it looks at your portal.`}
    >
      <NoteForm key={round} partnerId={partnerId} onDone={() => setRound((now) => now + 1)} />
      {list.data !== undefined && list.data.length > 0 && (
        <Stack component="ul" aria-label={t`Your notes`} gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
          {list.data.map((note) => (
            <NoteCard key={note.id} note={note} />
          ))}
        </Stack>
      )}
      {list.hasNextPage && (
        <Button
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >{t`Older notes`}</Button>
      )}
    </Part>
  );
}

function NoteCard({ note }: { note: OwnNote }) {
  const { t } = useLingui();
  const [changing, setChanging] = useState(false);
  const remove = useRemoval(note);
  if (changing) {
    return (
      <Paper component="li" withBorder p="sm" radius="md">
        <NoteForm partnerId={note.partnerId} note={note} onDone={() => setChanging(false)} />
      </Paper>
    );
  }
  return (
    <Paper component="li" withBorder p="sm" radius="md">
      <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{note.text}</Text>
      <Group justify="space-between" gap="xs" mt="xs">
        <Text size="sm" c="dimmed" component="span">
          {note.author !== null && `${note.author} · `}
          <Instant at={note.createdAt} />
          {note.changedAt !== null && (
            <>
              {' · '}
              <Trans>
                changed <Instant at={note.changedAt} />
              </Trans>
            </>
          )}
        </Text>
        <Group gap="xs">
          <Button size="compact-xs" variant="default" onClick={() => setChanging(true)}>{t`Change`}</Button>
          <Button size="compact-xs" variant="default" onClick={() => void remove()}>{t`Remove`}</Button>
        </Group>
      </Group>
    </Paper>
  );
}

interface NoteFormProps {
  readonly partnerId: string;
  readonly note?: OwnNote;
  readonly onDone: () => void;
}

function NoteForm({ partnerId, note, onDone }: NoteFormProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const schema = async () => (await import('@cordee/contract/partnership-people')).partnershipPeopleRoutes.writeOwnNote.body;
  const done = async () => {
    await refresh(client, 'listOwnNotes');
    toast(note === undefined ? t`The note is written.` : t`The note is changed.`);
    onDone();
  };
  const id = note?.id ?? partnerId;
  const state = useContractForm({
    route: note === undefined ? 'writeOwnNote' : 'changeOwnNote',
    schema,
    initial: { text: note?.text ?? '' },
    toInput: (body) => ({ params: { id }, body }),
    onDone: done,
  });
  return (
    <ContractForm state={state} verb={note === undefined ? t`Write the note` : t`Save`}>
      <Textarea
        label={note === undefined ? t`A new note` : t`Note`}
        autosize
        minRows={2}
        maxRows={12}
        key={state.form.key('text')}
        {...state.form.getInputProps('text')}
      />
    </ContractForm>
  );
}

/** Removes at once, and offers to take it back. */
function useRemoval({ id }: OwnNote): () => Promise<void> {
  const { t } = useLingui();
  const client = useQueryClient();
  const doing = async (verb: 'removeOwnNote' | 'restoreOwnNote') => {
    try {
      await call(verb, { params: { id } });
      await refresh(client, 'listOwnNotes');
      if (verb === 'removeOwnNote') toast(t`The note is removed.`, () => void doing('restoreOwnNote'));
    } catch (error) {
      problemToast(error);
    }
  };
  return () => doing('removeOwnNote');
}
