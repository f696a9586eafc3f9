import { Button, FileButton, Group, Image, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, upload } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { toast } from '../../ui/toast.ts';
import { Part } from './part.tsx';
import type { Workspace } from './settings.queries.ts';

/** The picture the company shows itself by. */
export function LogoSetting({ logo }: { logo: Workspace['branding']['logo'] }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const doing = async (act: () => Promise<unknown>, said: string) => {
    setBusy(true);
    setError(null);
    try {
      await act();
      await refresh(client, 'getWorkspace');
      toast(said);
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  const take = (file: File | null) => {
    if (file !== null) void doing(() => upload('setLogo', {}, file, file.type), t`The logo is set.`);
  };
  return (
    <Part narrow title={t`Logo`} lead={<Trans>PNG, JPEG or WebP, at most 512 kB, 32 to 2,000 pixels each way.</Trans>}>
      <Stack gap="sm" align="flex-start">
        {logo === null ? (
          <Text c="dimmed">
            <Trans>None yet: the name of the company stands in its place.</Trans>
          </Text>
        ) : (
          <Image src={logo.url} alt={t`The logo`} mah={96} maw={280} w="auto" fit="contain" />
        )}
        {error !== null && <ProblemNotice error={error} />}
        <Group gap="xs">
          <FileButton accept="image/png,image/jpeg,image/webp" onChange={take}>
            {(props) => (
              <Button {...props} variant="default" loading={busy}>
                {logo === null ? t`Choose a picture` : t`Choose another picture`}
              </Button>
            )}
          </FileButton>
          {logo !== null && (
            <Button
              variant="subtle"
              color="gray"
              onClick={() => void doing(() => call('removeLogo', {}), t`The logo is removed.`)}
            >
              <Trans>Remove the logo</Trans>
            </Button>
          )}
        </Group>
      </Stack>
    </Part>
  );
}
