import { Stack, Table, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { upload } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { SendFile } from '../../ui/send-file.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { Status } from '../../ui/status.tsx';
import type { Report } from './payment.queries.ts';
import { outcomeTones, outcomeWords } from './payment-words.ts';

/** Takes the bank's statement or status report, and says what became of each of its lines. */
export function ReadReport({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [report, setReport] = useState<Report | null>(null);
  const read = async (file: File) => {
    const type = file.name.toLowerCase().endsWith('.csv') ? 'text/csv' : 'application/xml';
    setReport(await upload('readBankReport', {}, file, type));
    await refresh(client, 'getPayoutBatch', 'listPayoutBatches', 'listPayouts', 'listPayoutCandidates', 'getHome');
  };
  return (
    <SideDrawer title={t`What became of the payments`} onClose={onClose} size="lg">
      <Stack>
        <Text>
          <Trans>
            Of your bank: a statement (camt.053) says what was paid, a status report (pain.002) what was refused. Of Wise or
            PayPal: a CSV with a column “reference” (our id of the line, pay_…) and a column “status”. Read twice, a file changes
            nothing.
          </Trans>
        </Text>
        <SendFile
          label={t`File (XML or CSV)`}
          accept=".xml,.csv,application/xml,text/xml,text/csv"
          verb={t`Read it`}
          onSend={read}
        />
        {report !== null && <Lines report={report} />}
      </Stack>
    </SideDrawer>
  );
}

function Lines({ report: { kind, lines } }: { report: Report }) {
  const { t } = useLingui();
  if (lines.length === 0) {
    return (
      <output>
        <Trans>{kind}: it tells of no transfer.</Trans>
      </output>
    );
  }
  return (
    <Table aria-label={t`What the file says`}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t`Reference`}</Table.Th>
          <Table.Th>{t`What became of it`}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map(({ endToEndId, outcome, reason }, index) => (
          <Table.Tr key={`${endToEndId} ${index}`}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{endToEndId}</Table.Td>
            <Table.Td>
              <Status tone={outcomeTones[outcome]}>{t(outcomeWords[outcome])}</Status>
              {reason !== null && (
                <Text size="sm" c="dimmed">
                  {reason}
                </Text>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
