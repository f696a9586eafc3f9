import { Collapse, List, Paper, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { msg } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Status } from '../../ui/status.tsx';
import { LocalDate } from '../../ui/values.tsx';
import type { Check, Finding } from './guard.queries.ts';

const stateWords = {
  broken: msg`Not respected`,
  unknown: msg`Unknown`,
  respected: msg`Respected`,
  not_concerned: msg`Does not concern this case`,
} as const;
const tones = { broken: 'bad', unknown: 'wait', respected: 'good', not_concerned: 'calm' } as const;
export const severityWords = {
  stop: msg`Do not go on like this`,
  warn: msg`A risk`,
  inform: msg`Good to know`,
} as const;

/** What the rules say: what is not respected first; what does not concern the case is folded away. */
export function Findings({ check }: { check: Check }) {
  const [open, setOpen] = useState(false);
  const concerned = check.findings.filter(({ state }) => state !== 'not_concerned');
  const others = check.findings.filter(({ state }) => state === 'not_concerned');
  const { broken, unknown } = check.counts;
  return (
    <Stack gap="sm" aria-live="polite">
      <Title order={2} size="h3">
        {broken > 0 ? (
          <Plural value={broken} one="# rule is not respected" other="# rules are not respected" />
        ) : unknown > 0 ? (
          <Plural value={unknown} one="# rule cannot be judged yet" other="# rules cannot be judged yet" />
        ) : (
          <Trans>Nothing stands against it</Trans>
        )}
      </Title>
      {concerned.map((finding) => (
        <FindingCard key={finding.code} finding={finding} />
      ))}
      {others.length > 0 && (
        <>
          <UnstyledButton onClick={() => setOpen(!open)} aria-expanded={open}>
            <Text size="sm" c="dimmed" td="underline">
              <Plural value={others.length} one="# rule does not concern this case" other="# rules do not concern this case" />
            </Text>
          </UnstyledButton>
          <Collapse expanded={open}>
            <Stack gap="sm">
              {others.map((finding) => (
                <FindingCard key={finding.code} finding={finding} />
              ))}
            </Stack>
          </Collapse>
        </>
      )}
    </Stack>
  );
}

function FindingCard({ finding }: { finding: Finding }) {
  const { t } = useLingui();
  const { topic, state, severity, rule, advice, source, missing, days } = finding;
  return (
    <Paper withBorder p="md" radius="md" component="article">
      <Stack gap={6}>
        <Status tone={tones[state]}>
          {t(stateWords[state])}
          {state === 'broken' && ` · ${t(severityWords[severity])}`}
        </Status>
        <Title order={3} size="h4">
          {topic}
        </Title>
        <Text>{rule}</Text>
        {state === 'broken' && <Text fw={500}>{advice}</Text>}
        {days.length > 0 && (
          <List size="sm" listStyleType="none" withPadding={false}>
            {days.map(({ key, label, on }) => (
              <List.Item key={key}>
                {label} :{' '}
                <b>
                  <LocalDate date={on} />
                </b>
              </List.Item>
            ))}
          </List>
        )}
        {state === 'unknown' && missing.length > 0 && (
          <div>
            <Text size="sm" c="dimmed">
              <Trans>It depends on:</Trans>
            </Text>
            <List size="sm">
              {missing.map(({ key, text }) => (
                <List.Item key={key}>{text}</List.Item>
              ))}
            </List>
          </div>
        )}
        <Text size="xs" c="dimmed">
          {source}
        </Text>
      </Stack>
    </Paper>
  );
}
