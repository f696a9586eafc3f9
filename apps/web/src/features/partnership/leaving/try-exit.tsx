import { Button, Group, Select, Skeleton, Stack, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../lib/api/call.ts';
import { refresh } from '../../../lib/api/queries.ts';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { problemToast, toast } from '../../../ui/toast.ts';
import { keptQuery, rehearsalQuery, type Side, type Tried } from './leaving.queries.ts';
import { KeptRehearsals } from './kept-rehearsals.tsx';
import { Part } from './part.tsx';
import { RehearsalView } from './rehearsal-view.tsx';

const kinds = ['introducer', 'agent', 'reseller', 'subcontractor', 'supplier'] as const;

/** Another value for a part of the case; undefined: as if it had never been said. */
type Change = { readonly [Key in keyof Tried]?: Tried[Key] | undefined };

interface TryExitProps {
  readonly partnerId: string;
  readonly side: Side;
  readonly mayKeep: boolean;
}

/** A rehearsal at any day: nothing is changed, and it may be kept and shown to the other side. */
export function TryExit({ partnerId, side, mayKeep }: TryExitProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [tried, setTried] = useState<Tried>({});
  const [busy, setBusy] = useState(false);
  const { data, error, refetch } = useQuery({ ...rehearsalQuery(partnerId, tried), placeholderData: (before) => before });
  const kept = useInfiniteQuery(keptQuery(partnerId));
  const set = (change: Change) => {
    const next = Object.entries({ ...tried, ...change }).filter(([, value]) => value !== undefined && value !== '');
    setTried(Object.fromEntries(next) as Tried);
  };
  const keep = async (shown: boolean) => {
    setBusy(true);
    try {
      await call('keepExitRehearsal', { params: { id: partnerId }, body: { ...tried, shown } });
      await refresh(client, 'listExitRehearsals');
      toast(shown ? t`Kept, and shown to the other side.` : t`Kept for your side.`);
    } catch (refusal) {
      problemToast(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Part title={t`Try it at a day`} about={t`What would follow if notice were given. Nothing is changed, and nobody is told.`}>
      <CaseFields tried={tried} side={side} onSet={set} />
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={240} />}
      {data !== undefined && error === null && (
        <Stack gap="lg" mt="sm">
          <RehearsalView told={data} />
          {mayKeep && (
            <Group gap="xs">
              <Button variant="default" loading={busy} onClick={() => void keep(false)}>
                <Trans>Keep it for us</Trans>
              </Button>
              <Button variant="default" disabled={busy} onClick={() => void keep(true)}>
                <Trans>Keep it and show it to the other side</Trans>
              </Button>
            </Group>
          )}
        </Stack>
      )}
      {kept.data !== undefined && kept.data.length > 0 && <KeptRehearsals list={kept} side={side} mayShow={mayKeep} />}
    </Part>
  );
}

/** The case that is tried: on which day, until when, by whom. */
function CaseFields({ tried, side, onSet }: { tried: Tried; side: Side; onSet: (change: Change) => void }) {
  const { t } = useLingui();
  const kindWords = {
    introducer: t`Introducer or affiliate`,
    agent: t`Commercial agent`,
    reseller: t`Reseller`,
    subcontractor: t`Subcontractor`,
    supplier: t`Supplier`,
  };
  return (
    <Group gap="sm" align="flex-end">
      <TextInput
        type="date"
        label={t`Notice given on`}
        value={tried.on ?? ''}
        onChange={(event) => onSet({ on: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t`Last day, if not the earliest`}
        value={tried.endsOn ?? ''}
        onChange={(event) => onSet({ endsOn: event.currentTarget.value })}
      />
      <Select
        label={t`Given by`}
        data={[
          { value: 'company', label: t`The company` },
          { value: 'partner', label: t`The partner` },
        ]}
        value={tried.side ?? side}
        allowDeselect={false}
        onChange={(value) => onSet({ side: value === 'company' || value === 'partner' ? value : undefined })}
      />
      <Select
        label={t`In the eyes of the law`}
        placeholder={t`As the charter says`}
        clearable
        data={kinds.map((value) => ({ value, label: kindWords[value] }))}
        value={tried.contractKind ?? null}
        onChange={(value) => onSet({ contractKind: kinds.find((kind) => kind === value) })}
      />
    </Group>
  );
}
