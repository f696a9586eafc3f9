import { Button, Group, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../lib/api/call.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import { Door } from './door.tsx';

/** The first keys of a workspace; the secret one is shown this once. */
export function FirstKeys({ keys }: { keys: AnswerOf<'setUp'> }) {
  const { t } = useLingui();
  return (
    <Door
      size={560}
      title={t`Your workspace is ready`}
      lead={<Trans>Copy the secret key now: it is shown this once. Keep it out of pages and repositories.</Trans>}
    >
      <Stack>
        <CopyField label={t`Secret key`} value={keys.secretKey ?? ''} />
        <CopyField label={t`Publishable key`} value={keys.publishableKey} />
        <CopyField label={t`Workspace`} value={keys.workspaceId} />
        <Group justify="space-between">
          <Button component={Link} to="/console/start">
            <Trans>Go on: the first steps</Trans>
          </Button>
          <Button component="a" href="/api/docs" variant="subtle">
            <Trans>API reference</Trans>
          </Button>
        </Group>
      </Stack>
    </Door>
  );
}
