import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState, type FormEvent } from 'react';
import { askAuth } from '../../lib/auth.ts';
import { makePasskey } from '../../lib/passkey.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { toast } from '../../ui/toast.ts';
import { Instant } from '../../ui/values.tsx';
import { Part } from './part.tsx';
import { Refusal } from './refusal.tsx';
import { passkeysQuery, type Passkey } from './settings.queries.ts';

const Confirm = lazy(async () => ({ default: (await import('../../ui/confirm.tsx')).Confirm }));

/** Keys that a device keeps, in the place of the password. */
export function Passkeys() {
  const { t } = useLingui();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(passkeysQuery);
  const [removing, setRemoving] = useState<Passkey | null>(null);
  const nameOf = ({ name }: Passkey) => name ?? t`Passkey`;
  const read = () => client.invalidateQueries({ queryKey: passkeysQuery.queryKey });
  const remove = async ({ id }: Passkey) => {
    await askAuth('POST', '/passkey/delete-passkey', { id });
    await read();
    toast(t`The passkey is removed.`);
  };
  return (
    <Part
      narrow
      title={t`Passkeys`}
      lead={<Trans>Sign in with your device’s fingerprint, face or code; no password is sent anywhere.</Trans>}
    >
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      <Stack gap={0} mb="md">
        {data?.length === 0 && (
          <Text c="dimmed">
            <Trans>None yet.</Trans>
          </Text>
        )}
        {data?.map((passkey) => (
          <Group key={passkey.id} justify="space-between" py="xs" style={{ borderBottom: '1px solid var(--line)' }}>
            <div>
              {nameOf(passkey)}
              {typeof passkey.createdAt === 'string' && (
                <Text size="sm" c="dimmed">
                  <Instant at={passkey.createdAt} show="day" />
                </Text>
              )}
            </div>
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setRemoving(passkey)}>
              <Trans>Remove</Trans>
            </Button>
          </Group>
        ))}
      </Stack>
      <AddPasskey onMade={read} />
      <Suspense>
        {removing !== null && (
          <Confirm
            title={t`Remove ${nameOf(removing)}?`}
            verb={t`Remove`}
            dangerous
            onConfirm={() => remove(removing)}
            onClose={() => setRemoving(null)}
          >
            <Trans>It no longer lets you in. Your password and your other passkeys stay.</Trans>
          </Confirm>
        )}
      </Suspense>
    </Part>
  );
}

function AddPasskey({ onMade }: { onMade: () => Promise<void> }) {
  const { t } = useLingui();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const add = async (form: HTMLFormElement) => {
    const name = new FormData(form).get('name');
    setBusy(true);
    setError(null);
    try {
      await makePasskey(typeof name === 'string' && name.trim() !== '' ? name.trim() : t`Passkey`);
      await onMade();
      form.reset();
      toast(t`The passkey is ready.`);
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void add(event.currentTarget);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Group gap="sm" align="flex-end">
          <TextInput name="name" label={t`Name of the device`} maxLength={60} autoComplete="off" />
          <Button type="submit" variant="default" loading={busy}>
            <Trans>Add a passkey</Trans>
          </Button>
        </Group>
        <Refusal error={error} />
      </Stack>
    </form>
  );
}
