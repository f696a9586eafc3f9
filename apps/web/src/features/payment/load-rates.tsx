import { Button, FileInput, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { upload } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';

/** Takes a file of reference rates as the bank publishes it. */
export function LoadRates({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = async (chosen: File) => {
    setBusy(true);
    setError(null);
    try {
      const type = /\.xml$/i.test(chosen.name) ? 'application/xml' : 'text/csv';
      const { added } = await upload('readExchangeRates', {}, chosen, type);
      await refresh(client, 'listExchangeRates', 'previewExchange');
      toast(t`New rates: ${added}.`);
      onClose();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <SideDrawer title={t`Reference rates`} onClose={onClose} size="md">
      <Stack>
        <Text>
          <Trans>
            Take eurofxref-daily.xml, eurofxref-hist.xml or the unpacked CSV from the page of the European Central Bank. Rates
            that are known stay as they are.
          </Trans>
        </Text>
        <FileInput
          label={t`File of the European Central Bank (XML or CSV)`}
          placeholder={t`Choose a file`}
          accept=".xml,.csv,application/xml,text/xml,text/csv"
          value={file}
          onChange={setFile}
          clearable
          clearButtonProps={{ 'aria-label': t`Another file` }}
        />
        {error !== null && <ProblemNotice error={error} />}
        <Button
          disabled={file === null}
          loading={busy}
          onClick={() => file !== null && void send(file)}
          style={{ alignSelf: 'start' }}
        >
          <Trans>Load the rates</Trans>
        </Button>
      </Stack>
    </SideDrawer>
  );
}
