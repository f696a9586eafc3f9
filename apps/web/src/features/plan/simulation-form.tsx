import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { localDateOf, shiftDate, startOfDay, formatInstant, isLocalDate } from '@cordee/core/time';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { useZone } from '../../lib/workspace.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { draftOf, holdingOf, type Plan, type PlanVersion } from './plan.queries.ts';
import { versionWords } from './plan-words.ts';

interface SimulationFormProps {
  readonly plan: Plan;
  readonly onStarted: (id: string) => void;
}

/** Which rules to try, on which part of the history. */
export function SimulationForm({ plan, onStarted }: SimulationFormProps) {
  const { t } = useLingui();
  const [number, setNumber] = useState((draftOf(plan) ?? holdingOf(plan))?.number ?? 1);
  const { from, setFrom, to, setTo, isInOrder, instants } = usePeriod();
  const version = plan.versions.find((candidate) => candidate.number === number);
  const { busy, problem, start } = useStart(onStarted);
  return (
    <Stack gap="sm" component="section">
      <Text>
        <Trans>
          All facts are counted again with these rules in the place of the plan, and compared with what was really earned. Nothing
          is written in the books.
        </Trans>
      </Text>
      <Group gap="sm" align="flex-end">
        <Select
          label={t`Rules to try`}
          w={220}
          allowDeselect={false}
          value={String(number)}
          onChange={(value) => setNumber(Number(value))}
          data={plan.versions.toReversed().map((one) => ({
            value: String(one.number),
            label: t`Version ${one.number} · ${t(versionWords[one.state])}`,
          }))}
        />
        <TextInput
          type="date"
          label={t({ message: 'From', context: 'period' })}
          value={from}
          max={to}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t`To`}
          value={to}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
          error={isInOrder ? undefined : t`A day that is not before the first.`}
        />
        <Button
          loading={busy}
          disabled={!isInOrder}
          onClick={() => version !== undefined && void start(plan.id, version, instants())}
        >
          <Trans>Simulate</Trans>
        </Button>
      </Group>
      {problem !== null && <ProblemNotice error={problem} />}
    </Stack>
  );
}

/** The last three months until somebody says otherwise. */
function usePeriod() {
  const zone = useZone();
  const [today] = useState(() => localDateOf(Date.now(), zone));
  const [from, setFrom] = useState(shiftDate(today, -90));
  const [to, setTo] = useState(today);
  const isInOrder = isLocalDate(from) && isLocalDate(to) && from <= to;
  const instants = () => ({
    from: formatInstant(startOfDay(from, zone)),
    to: formatInstant(startOfDay(shiftDate(to, 1), zone)),
  });
  return { from, setFrom, to, setTo, isInOrder, instants };
}

function useStart(onStarted: (id: string) => void) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const start = async (planId: string, { document }: PlanVersion, period: { from: string; to: string }) => {
    setBusy(true);
    setProblem(null);
    try {
      const { id } = await call('startSimulation', { body: { planId, document, ...period } });
      await refresh(client, 'listSimulations');
      onStarted(id);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, start };
}
