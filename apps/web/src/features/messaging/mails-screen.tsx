import { Button, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { StateFilter } from '../../ui/state-filter.tsx';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PartHead } from '../../ui/part-head.tsx';
import { Status } from '../../ui/status.tsx';
import { problemToast, toast } from '../../ui/toast.ts';
import { Instant } from '../../ui/values.tsx';
import { kindWords, mailSearch, mailStates, stateTones, stateWords } from './mail-words.ts';
import { mailsQuery, type Mail } from './messaging.queries.ts';

const route = getRouteApi('/console/settings/mails');

/** The mails that were written, to whom, and whether they left. */
export function MailsScreen() {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const { state } = route.useSearch();
  const list = useInfiniteQuery({ ...mailsQuery(state), refetchInterval: 10_000 });
  return (
    <section>
      <PartHead title={<Title order={2}>{t`Mails`}</Title>}>
        <Trans>What was written to people. Without a mail server, mails are kept here and links are handed over by you.</Trans>
      </PartHead>
      <DataList
        label={t`Mails`}
        list={list}
        columns={useColumns()}
        keyOf={({ id }) => id}
        tools={
          <StateFilter
            states={mailStates}
            words={stateWords}
            value={state}
            onChange={(value) => void navigate({ search: mailSearch({ state: value }), replace: true })}
          />
        }
        empty={
          <EmptyState title={t`No mail here.`}>
            <Trans>Invitations, changes of terms and the week in figures appear here once they are written.</Trans>
          </EmptyState>
        }
      />
    </section>
  );
}

function useColumns(): Column<Mail>[] {
  const { t } = useLingui();
  return [
    {
      id: 'subject',
      header: t`Subject`,
      cell: ({ subject, kind, language }) => (
        <div>
          <span lang={language}>{subject}</span>
          <Text size="sm" c="dimmed">
            {t(kindWords[kind])}
          </Text>
        </div>
      ),
    },
    { id: 'to', header: t`To whom`, cell: ({ recipient }) => recipient },
    {
      id: 'state',
      header: t`State`,
      cell: ({ state, fault }) => (
        <div>
          <Status tone={stateTones[state]}>{t(stateWords[state])}</Status>
          {fault !== null && (
            <Text size="sm" c="dimmed">
              {fault}
            </Text>
          )}
        </div>
      ),
    },
    { id: 'at', header: t`When`, align: 'end', cell: ({ createdAt }) => <Instant at={createdAt} /> },
    { id: 'do', header: t`Actions`, align: 'end', cell: (mail) => mail.state === 'failed' && <Retry id={mail.id} /> },
  ];
}

function Retry({ id }: { id: string }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const retry = async () => {
    setBusy(true);
    try {
      await call('retryMail', { params: { id } });
      await refresh(client, 'listMails');
      toast(t`It is sent once more.`);
    } catch (error) {
      problemToast(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button size="compact-sm" variant="default" loading={busy} onClick={() => void retry()}>
      <Trans>Send once more</Trans>
    </Button>
  );
}
