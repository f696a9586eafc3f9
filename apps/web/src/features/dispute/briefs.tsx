import { Button, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import { FileList } from '../../ui/lazy-files.tsx';
import { Instant } from '../../ui/values.tsx';
import type { Brief, DisputeDetail, Side } from './dispute.queries.ts';
import { partWords } from './dispute-words.ts';

const BriefForm = lazy(async () => ({ default: (await import('./brief-form.tsx')).BriefForm }));

interface BriefsProps {
  readonly of: DisputeDetail;
  readonly side: Side;
  readonly mayWrite: boolean;
}

/** What each side said at each step, beside what the other said. */
export function Briefs({ of, side, mayWrite }: BriefsProps) {
  const [writing, setWriting] = useState(false);
  const steps = of.ladder.filter(({ standing }) => standing !== 'ahead').toReversed();
  const canWrite = mayWrite && of.acts.includes('submit_brief');
  return (
    <section>
      <Title order={2} mb="xs">
        <Trans>Briefs</Trans>
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        <Trans>
          Each side says how it sees things, once a step; those who decide read both. What is handed in stays as it is.
        </Trans>
      </Text>
      {canWrite && (
        <Button mb="md" variant={of.draft === null ? 'filled' : 'default'} onClick={() => setWriting(true)}>
          {of.draft === null ? <Trans>Write your brief</Trans> : <Trans>Go on with your brief</Trans>}
        </Button>
      )}
      <Stack gap="md">
        {steps.map(({ number, level }) => (
          <Stack key={number} gap="xs">
            <Text fw={600}>
              {number}. {level}
            </Text>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              {(['company', 'partner'] as const).map((one) => (
                <OneBrief key={one} of={one} brief={of.briefs.find((brief) => brief.step === number && brief.side === one)} />
              ))}
            </SimpleGrid>
          </Stack>
        ))}
      </Stack>
      <Suspense>{writing && <BriefForm of={of} side={side} onClose={() => setWriting(false)} />}</Suspense>
    </section>
  );
}

const parts = ['facts', 'position', 'asks', 'proposal', 'accepts'] as const;

function OneBrief({ of, brief }: { of: Side; brief: Brief | undefined }) {
  const { t } = useLingui();
  return (
    <Paper withBorder p="sm">
      <Text size="sm" c="dimmed" mb={4}>
        {of === 'company' ? <Trans>Of the company</Trans> : <Trans>Of the partner</Trans>}
        {brief !== undefined && (
          <>
            {' · '}
            <Instant at={brief.submittedAt} />
          </>
        )}
      </Text>
      {brief === undefined && (
        <Text c="dimmed">
          <Trans>Not handed in.</Trans>
        </Text>
      )}
      {brief !== undefined && brief.texts === null && (
        <>
          <Text>
            <Trans>Sealed: you read it once yours is in too, or the step is over.</Trans>
          </Text>
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            <Trans>Fingerprint (SHA-256): {brief.sha256}</Trans>
          </Text>
        </>
      )}
      {brief?.texts !== undefined && brief.texts !== null && (
        <Stack gap="xs" component="dl" m={0}>
          {parts.map((part) => {
            const text = brief.texts?.[part] ?? '';
            return text.trim() === '' ? null : (
              <div key={part}>
                <Text component="dt" size="sm" c="dimmed">
                  {t(partWords[part])}
                </Text>
                <Text component="dd" m={0} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                  {text}
                </Text>
              </div>
            );
          })}
          <FileList files={brief.files} />
        </Stack>
      )}
    </Paper>
  );
}
