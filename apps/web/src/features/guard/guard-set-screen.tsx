import { Anchor, Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { useCountryName } from '../../lib/use-country-name.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Status } from '../../ui/status.tsx';
import { problemToast, toast } from '../../ui/toast.ts';
import { Instant, LocalDate } from '../../ui/values.tsx';
import { severityWords } from './findings.tsx';
import { wholeSetQuery, type SetDocument, type WholeSet } from './guard.queries.ts';
import { NotAdvice } from './not-advice.tsx';

/** One set of rules: each with its source and days, in both languages; what was done about it. */
export function GuardSetScreen({ setId }: { setId: string }) {
  const { data, error, refetch } = useQuery(wholeSetQuery(setId === 'french' ? null : setId));
  return (
    <Stack gap="md" maw={900}>
      <Anchor component={Link} to="/console/law" search={{ sets: 'all' } as never} size="sm">
        <Trans>Sets of rules</Trans>
      </Anchor>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={320} />}
      {data !== undefined && <Whole set={data} />}
    </Stack>
  );
}

function Whole({ set }: { set: WholeSet }) {
  const countryName = useCountryName();
  const { document, name, country, history } = set;
  return (
    <>
      <PageHeader title={name} actions={<Actions set={set} />}>
        {countryName(country)} · {document.currency}
      </PageHeader>
      <NotAdvice />
      {document.rules.map((rule) => (
        <RuleCard key={rule.code} rule={rule} />
      ))}
      {history.length > 0 && <History history={history} />}
    </>
  );
}

function Actions({ set: { id, name, retiredAt, document } }: { set: WholeSet }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const mayWrite = id !== null && ['owner', 'manager'].includes(chosenMembership()?.role ?? '');
  const turn = async (isOn: boolean) => {
    if (id === null) return;
    setBusy(true);
    try {
      if (isOn) await call('restoreGuardSet', { params: { id } });
      else await call('removeGuardSet', { params: { id } });
      await refresh(client, 'listGuardSets', 'getGuardSet');
      if (isOn) toast(t`Switched on.`);
      else toast(t`Switched off: it is asked no longer.`, () => void turn(true));
    } catch (refusal) {
      problemToast(refusal);
    } finally {
      setBusy(false);
    }
  };
  const save = () => saveFile(new Blob([JSON.stringify(document, null, 2)], { type: 'application/json' }), `${name}.json`);
  return (
    <Group gap="xs">
      <Button variant="default" onClick={save}>
        <Trans>Download as JSON</Trans>
      </Button>
      {mayWrite && (
        <Button variant="default" loading={busy} onClick={() => void turn(retiredAt !== null)}>
          {retiredAt === null ? <Trans>Switch off</Trans> : <Trans>Switch on</Trans>}
        </Button>
      )}
    </Group>
  );
}

function RuleCard({ rule }: { rule: SetDocument['rules'][number] }) {
  const { t } = useLingui();
  const own = useLanguage();
  const other = own === 'fr' ? 'en' : 'fr';
  const { code, topic, severity, source, validFrom, validTo, advice } = rule;
  return (
    <Paper withBorder p="md" radius="md" component="article">
      <Stack gap={6}>
        <Group justify="space-between" gap="xs">
          <Status tone={severity === 'stop' ? 'bad' : severity === 'warn' ? 'wait' : 'calm'}>{t(severityWords[severity])}</Status>
          <Text size="xs" c="dimmed">
            {code}
          </Text>
        </Group>
        <Title order={2} size="h4">
          {topic[own]}
        </Title>
        <Text>{rule.rule[own]}</Text>
        <Text size="sm">{advice[own]}</Text>
        <Text size="sm" c="dimmed" lang={other}>
          {topic[other]}. {rule.rule[other]} {advice[other]}
        </Text>
        <Text size="sm" c="dimmed">
          {source} ·{' '}
          {validTo === null ? (
            <Trans context="rule">
              since <LocalDate date={validFrom} />
            </Trans>
          ) : (
            <Trans context="rule">
              from <LocalDate date={validFrom} /> to <LocalDate date={validTo} />
            </Trans>
          )}
        </Text>
      </Stack>
    </Paper>
  );
}

function History({ history }: { history: WholeSet['history'] }) {
  const { t } = useLingui();
  const words = {
    added: t({ message: 'Added', context: 'set of rules' }),
    retired: t`Switched off`,
    restored: t`Switched on`,
  };
  return (
    <Stack gap="xs" component="section">
      <Title order={2} size="h4">
        <Trans context="set of rules">History</Trans>
      </Title>
      {history.map(({ at, kind, by }) => (
        <Text key={at} size="sm">
          <Instant at={at} /> · {words[kind]}
          {by !== null && ` · ${by}`}
        </Text>
      ))}
    </Stack>
  );
}
