import { Anchor, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { PartnerName } from '../../ui/partner-name.tsx';
import { awaited, envelopeTones, envelopeWords, type Envelope } from '../../ui/signing/envelope-words.ts';
import { StateFilter } from '../../ui/state-filter.tsx';
import { Status } from '../../ui/status.tsx';
import { Instant } from '../../ui/values.tsx';
import { envelopesQuery, searchOf, statesOf } from './signature.queries.ts';

interface EnvelopeListProps {
  /** Of one partner; of all when null. */
  readonly partnerId: string | null;
  readonly side: 'company' | 'partner';
  readonly empty: ReactNode;
}

/** Envelopes, newest first: how each stands, and for whom it waits. */
export function EnvelopeList({ partnerId, side, empty }: EnvelopeListProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { state } = searchOf(useSearch({ strict: false }));
  const list = useInfiniteQuery(envelopesQuery(partnerId, state));
  const go = (search: { open?: string; state?: string | undefined }) => void navigate({ to: '.', search: search as never });
  return (
    <DataList
      label={t`Signatures`}
      list={list}
      columns={useColumns(side, (id) => go({ state, open: id }))}
      keyOf={({ id }) => id}
      onOpen={({ id }) => go({ state, open: id })}
      tools={
        <StateFilter
          states={statesOf[side]}
          words={envelopeWords}
          value={state}
          onChange={(value) => go({ state: value ?? undefined })}
        />
      }
      empty={state === undefined ? empty : <Text c="dimmed">{t`Nothing stands so.`}</Text>}
    />
  );
}

function useColumns(side: 'company' | 'partner', open: (id: string) => void): Column<Envelope>[] {
  const { t } = useLingui();
  return [
    {
      id: 'purpose',
      header: t`What`,
      cell: ({ id, purpose }) => (
        <Anchor component="button" type="button" ta="start" onClick={() => open(id)}>
          {purpose}
        </Anchor>
      ),
    },
    ...(side === 'company'
      ? [
          {
            id: 'partner',
            header: t`Partner`,
            cell: ({ partnerId }: Envelope) => (partnerId === null ? '–' : <PartnerName id={partnerId} />),
          },
        ]
      : []),
    {
      id: 'state',
      header: t`State`,
      cell: ({ state }) => <Status tone={envelopeTones[state]}>{t(envelopeWords[state])}</Status>,
    },
    {
      id: 'awaited',
      header: t`Waits for`,
      cell: (envelope) => {
        const names = awaited(envelope).map(({ name }) => name);
        return names.length === 0 ? '–' : names.join(', ');
      },
    },
    {
      id: 'until',
      header: t`Until`,
      align: 'end',
      cell: ({ expiresAt, endedAt, state }) =>
        endedAt === null ? (
          <Instant at={expiresAt} show="day" />
        ) : (
          <Text span size="sm" c="dimmed">
            {state === 'completed' ? <Trans>signed</Trans> : <Trans>ended</Trans>} <Instant at={endedAt} show="day" />
          </Text>
        ),
    },
  ];
}
