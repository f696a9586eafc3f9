import { Anchor, Button, Group, Select, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh, type ItemOf } from '../../lib/api/queries.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { useLanguage } from '../../lib/use-language.ts';
import type { Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Status } from '../../ui/status.tsx';
import { problemToast } from '../../ui/toast.ts';
import { partnerKindWords, partnerKinds } from './partner-kind-words.ts';
import { questionnairesQuery } from './qualification.queries.ts';

const route = getRouteApi('/console/settings/questionnaires');
type Kind = (typeof partnerKinds)[number];

/** A part of the settings: what both sides may be asked. */
export function QuestionnairesSettings() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(questionnairesQuery);
  const columns = useColumns();
  const mayWrite = ['owner', 'manager'].includes(chosenMembership()?.role ?? '');
  return (
    <Stack gap="md" maw={860}>
      <div>
        <Title order={2}>
          <Trans>Questionnaires</Trans>
        </Title>
        <Text c="dimmed">
          <Trans>
            Asked of you and of a partner, each alone. A published version never changes; what was asked with it keeps it.
          </Trans>
        </Text>
      </div>
      {mayWrite && <Begin />}
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={160} />}
      {data?.items.length === 0 && (
        <EmptyState title={t`No questionnaire yet.`}>
          <Trans>Begin with our own questions for a kind of partner, then change what does not suit you.</Trans>
        </EmptyState>
      )}
      {data !== undefined && data.items.length > 0 && (
        <Sheet label={t`Questionnaires`} rows={[...data.items]} keyOf={({ id }) => id} columns={columns} />
      )}
    </Stack>
  );
}

function Begin() {
  const { t } = useLingui();
  const client = useQueryClient();
  const navigate = route.useNavigate();
  const [kind, setKind] = useState<Kind>('referrer');
  const [busy, setBusy] = useState(false);
  const begin = async () => {
    setBusy(true);
    try {
      const { id } = await call('createQuestionnaire', { body: { template: kind } });
      await refresh(client, 'listQuestionnaires');
      await navigate({ to: '/console/settings/questionnaires/$questionnaireId', params: { questionnaireId: id } });
    } catch (refusal) {
      problemToast(refusal);
      setBusy(false);
    }
  };
  return (
    <Group align="end">
      <Select
        label={t`Our questions for`}
        allowDeselect={false}
        data={partnerKinds.map((value) => ({ value, label: t(partnerKindWords[value]) }))}
        value={kind}
        onChange={(value) => setKind(value ?? 'referrer')}
      />
      <Button loading={busy} onClick={() => void begin()}>
        <Trans>Begin a questionnaire</Trans>
      </Button>
    </Group>
  );
}

function useColumns(): Column<ItemOf<'listQuestionnaires'>>[] {
  const { t } = useLingui();
  const language = useLanguage();
  return [
    {
      id: 'name',
      header: t`Name`,
      cell: ({ id, name }) => (
        <Anchor component={Link} to="/console/settings/questionnaires/$questionnaireId" params={{ questionnaireId: id } as never}>
          {name[language]}
        </Anchor>
      ),
    },
    {
      id: 'state',
      header: t`State`,
      cell: ({ published, archivedAt, draftChanged }) => {
        if (archivedAt !== null) return <Status tone="calm">{t({ message: 'Put away', context: 'questionnaire' })}</Status>;
        if (published === null) return <Status tone="wait">{t`Not published`}</Status>;
        return (
          <Status tone="good">
            {t`Version ${published.version}`}
            {draftChanged ? ` · ${t`draft changed`}` : ''}
          </Status>
        );
      },
    },
    { id: 'asked', header: t`Asked`, align: 'end', cell: ({ qualifications }) => qualifications },
  ];
}
