import { Button, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { CopyField } from '../../ui/copy-field.tsx';

/** A key that is shown this once. */
export function NewSecret({ secret, onClose }: { secret: string | null; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Stack>
      <Text>
        {secret === null ? (
          <Trans>The key was shown before and cannot be shown again. Create another one if it was lost.</Trans>
        ) : (
          <Trans>Copy the key now: it is shown this once.</Trans>
        )}
      </Text>
      {secret !== null && <CopyField label={t`Key`} value={secret} />}
      <Button onClick={onClose} style={{ alignSelf: 'flex-start' }}>
        <Trans>I kept it</Trans>
      </Button>
    </Stack>
  );
}
