import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, type AnswerOf } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { problemToast, toast } from '../../ui/toast.ts';
import { viewsQuery } from './partner.queries.ts';

type View = AnswerOf<'listViews'>[number];
type Query = Readonly<Record<string, string>>;

/** Renames views, removes them, or keeps another list in them. */
export function ChangeViews({ query, onClose }: { query: Query; onClose: () => void }) {
  const { t } = useLingui();
  const { data: views = [] } = useQuery(viewsQuery);
  return (
    <SideDrawer title={t`My views`} onClose={onClose} size="md">
      <Stack gap="lg">
        {views.length === 0 && (
          <Text>
            <Trans>You have no view yet.</Trans>
          </Text>
        )}
        {views.map((view) => (
          <OneView key={view.id} view={view} query={query} />
        ))}
      </Stack>
    </SideDrawer>
  );
}

function OneView({ view, query }: { view: View; query: Query }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [name, setName] = useState(view.name);
  const [error, setError] = useState<unknown>(null);
  const doing = async (write: () => Promise<unknown>, said: string, undo?: () => void) => {
    setError(null);
    try {
      await write();
      await refresh(client, 'listViews');
      toast(said, undo);
    } catch (refusal) {
      setError(refusal);
    }
  };
  const change = (body: { name?: string; query?: Query }, said: string) =>
    doing(() => call('changeView', { params: { id: view.id }, body }), said);
  const restore = async () => {
    try {
      await call('saveView', { body: { screen: 'partners', name: view.name, query: view.query } });
      await refresh(client, 'listViews');
    } catch (refusal) {
      problemToast(refusal);
    }
  };
  return (
    <Stack gap="xs" component="section" aria-label={view.name}>
      <TextInput
        label={t`Name of the view`}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {error !== null && <ProblemNotice error={error} />}
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          disabled={name.trim() === '' || name.trim() === view.name}
          onClick={() => void change({ name }, t`The view is renamed.`)}
        >
          <Trans>Rename</Trans>
        </Button>
        <Button size="xs" variant="default" onClick={() => void change({ query }, t`The view ${view.name} now shows this list.`)}>
          <Trans>Show this list</Trans>
        </Button>
        <Button
          size="xs"
          variant="subtle"
          color="red.9"
          onClick={() =>
            void doing(
              () => call('removeView', { params: { id: view.id } }),
              t`The view ${view.name} was removed.`,
              () => void restore(),
            )
          }
        >
          <Trans>Remove</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
