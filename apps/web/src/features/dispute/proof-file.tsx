import { Button, List, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { download } from '../../lib/api/call.ts';
import { saveFile } from '../../ui/save-file.ts';
import { problemToast } from '../../ui/toast.ts';
import type { DisputeDetail } from './dispute.queries.ts';

/** The file a mediation clause asks for, and what it lacks so far. */
export function ProofFile({ of: { id, gaps } }: { of: DisputeDetail }) {
  const { t } = useLingui();
  const [busy, setBusy] = useState(false);
  const fetch = async () => {
    setBusy(true);
    try {
      saveFile(await download('readDisputeFile', { params: { id } }, 'application/zip'), `${t`dispute`}-${id}.zip`);
    } catch (problem) {
      problemToast(problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section>
      <Title order={2} mb="xs">
        <Trans>Proof file</Trans>
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        <Trans>
          Shows that you tried to settle before going to court: parties, clauses, each step with its days and notices, briefs,
          decisions and evidence, sealed and verifiable without this server. No legal advice.
        </Trans>
      </Text>
      {gaps.length > 0 && (
        <>
          <Text size="sm" fw={600}>
            <Trans>What is missing so far</Trans>
          </Text>
          <List size="sm" mb="sm">
            {gaps.map(({ code, message }) => (
              <List.Item key={code}>{message}</List.Item>
            ))}
          </List>
        </>
      )}
      <Button variant="default" loading={busy} onClick={() => void fetch()}>
        <Trans>Download the proof file</Trans>
      </Button>
    </section>
  );
}
