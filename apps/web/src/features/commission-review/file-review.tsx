import { Code, List, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { refresh } from '../../lib/api/queries.ts';
import { ImportFile } from '../../ui/import-file.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';

/** Decisions prepared in a spreadsheet: one row a commission. */
export function FileReview({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  return (
    <SideDrawer title={t`Decide by file`} onClose={onClose} size="md">
      <Stack>
        <Text>
          <Trans>A CSV file with a row for each commission, and these columns:</Trans>
        </Text>
        <List size="sm" spacing={4}>
          <List.Item>
            <Trans>
              <Code>commissionId</Code>: as in exports and in the API, <Code>com_…</Code>
            </Trans>
          </List.Item>
          <List.Item>
            <Trans>
              <Code>action</Code>: <Code>approve</Code>, <Code>hold</Code>, <Code>unhold</Code> or <Code>refuse</Code>
            </Trans>
          </List.Item>
          <List.Item>
            <Trans>
              <Code>reason</Code>: needed to hold or refuse; its partner reads it
            </Trans>
          </List.Item>
        </List>
        <ImportFile
          kind="reviews"
          onDone={() => void refresh(client, 'listCommissions', 'getHome', 'listFacts', 'getBalance', 'listImports')}
        />
        <Text size="sm" c="dimmed">
          <Trans>What cannot be done keeps none of the other rows back: it is listed with its reason.</Trans>
        </Text>
      </Stack>
    </SideDrawer>
  );
}
