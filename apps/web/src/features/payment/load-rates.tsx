import { Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { upload } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { SendFile } from '../../ui/send-file.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';

/** Takes a file of reference rates as the bank publishes it. */
export function LoadRates({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const load = async (file: File) => {
    const type = /\.xml$/i.test(file.name) ? 'application/xml' : 'text/csv';
    const { added } = await upload('readExchangeRates', {}, file, type);
    await refresh(client, 'listExchangeRates', 'previewExchange');
    toast(t`New rates: ${added}.`);
    onClose();
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
        <SendFile
          label={t`File of the European Central Bank (XML or CSV)`}
          accept=".xml,.csv,application/xml,text/xml,text/csv"
          verb={t`Load the rates`}
          onSend={load}
        />
      </Stack>
    </SideDrawer>
  );
}
