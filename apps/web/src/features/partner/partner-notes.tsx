import { Button, Group, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { problemToast, toast } from '../../ui/toast.ts';
import { Instant } from '../../ui/values.tsx';
import { mayWriteNotes } from './may-manage.ts';
import { NoteForm } from './note-form.tsx';
import { notesQuery, type Note } from './partner.queries.ts';

const route = getRouteApi('/console/partners/$partnerId/notes');

/** What the company wrote down about a partner, who never sees it: a tab of its page. */
export function PartnerNotes() {
  const { t } = useLingui();
  const { partnerId } = route.useParams();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(notesQuery(partnerId));
  const mayWrite = mayWriteNotes();
  return (
    <Stack maw={720}>
      {mayWrite && <NoteForm key={partnerId} partnerId={partnerId} />}
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={120} />}
      {data?.length === 0 && (
        <EmptyState title={t`No note yet.`}>
          <Trans>
            What was said on the telephone, what was promised: the company keeps it here, and the partner never sees it.
          </Trans>
        </EmptyState>
      )}
      {data !== undefined && data.length > 0 && (
        <Stack component="ul" aria-label={t`Notes`} gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
          {data.map((note) => (
            <NoteCard key={note.id} note={note} mayWrite={mayWrite} />
          ))}
        </Stack>
      )}
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t`Older notes`}</Button>
      )}
    </Stack>
  );
}

function NoteCard({ note, mayWrite }: { note: Note; mayWrite: boolean }) {
  const { t } = useLingui();
  const [changing, setChanging] = useState(false);
  const remove = useRemoval(note);
  return (
    <Paper component="li" withBorder p="sm" radius="md">
      {changing ? (
        <NoteForm partnerId={note.partnerId} note={note} onClose={() => setChanging(false)} />
      ) : (
        <Stack gap="xs">
          <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{note.text}</Text>
          <Group justify="space-between" gap="xs">
            <Text size="sm" c="dimmed" component="span">
              {note.author.name !== null && `${note.author.name} · `}
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
            {mayWrite && (
              <Group gap="xs">
                <Button size="compact-xs" variant="default" onClick={() => setChanging(true)}>{t`Change`}</Button>
                <Button size="compact-xs" variant="default" onClick={() => void remove()}>{t`Remove`}</Button>
              </Group>
            )}
          </Group>
        </Stack>
      )}
    </Paper>
  );
}

/** Removes at once, and offers to take it back. */
function useRemoval({ id }: Note): () => Promise<void> {
  const { t } = useLingui();
  const client = useQueryClient();
  const doing = async (verb: 'removeNote' | 'restoreNote') => {
    try {
      await call(verb, { params: { id } });
      await refresh(client, 'listNotes', 'getTimeline');
      if (verb === 'removeNote') toast(t`The note is removed.`, () => void doing('restoreNote'));
    } catch (error) {
      problemToast(error);
    }
  };
  return () => doing('removeNote');
}
