import { Button, Code, Group, PasswordInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState, type FormEvent } from 'react';
import { askAuth, personQuery } from '../../lib/auth.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import { Status } from '../../ui/status.tsx';
import { toast } from '../../ui/toast.ts';
import { Part } from './part.tsx';
import { Refusal } from './refusal.tsx';

const QrCode = lazy(async () => ({ default: (await import('../../ui/qr-code.tsx')).QrCode }));

type Step =
  | { readonly at: 'rest' }
  | { readonly at: 'password'; readonly to: 'enable' | 'codes' | 'disable' }
  | { readonly at: 'scan'; readonly uri: string; readonly codes: readonly string[] }
  | { readonly at: 'codes'; readonly codes: readonly string[] };

/** Six digits of an application after the password. */
export function SecondStep() {
  const { t } = useLingui();
  const client = useQueryClient();
  const { data: person } = useQuery(personQuery);
  const [step, setStep] = useState<Step>({ at: 'rest' });
  const isOn = person?.twoFactorEnabled === true;
  const read = () => client.invalidateQueries({ queryKey: personQuery.queryKey });
  const withPassword = async (to: 'enable' | 'codes' | 'disable', password: string) => {
    if (to === 'disable') {
      await askAuth('POST', '/two-factor/disable', { password });
      await read();
      setStep({ at: 'rest' });
      toast(t`The second step is no longer asked for.`);
      return;
    }
    const path = to === 'enable' ? '/two-factor/enable' : '/two-factor/generate-backup-codes';
    const answer = (await askAuth('POST', path, { password })) as { totpURI?: string; backupCodes: readonly string[] };
    setStep(
      answer.totpURI === undefined
        ? { at: 'codes', codes: answer.backupCodes }
        : { at: 'scan', uri: answer.totpURI, codes: answer.backupCodes },
    );
  };
  const confirmCode = async (code: string, codes: readonly string[]) => {
    await askAuth('POST', '/two-factor/verify-totp', { code: code.replace(/\s/g, '') });
    await read();
    setStep({ at: 'codes', codes });
  };
  return (
    <Part
      narrow
      title={t`Second step`}
      lead={
        <Trans>
          After the password, six digits that an application on your phone makes: a stolen password alone is worth nothing.
        </Trans>
      }
    >
      {step.at === 'rest' && (
        <Group gap="sm">
          <Status tone={isOn ? 'good' : 'wait'}>{isOn ? t`Asked for at each sign-in` : t`Not set`}</Status>
          {isOn ? (
            <>
              <Button variant="default" onClick={() => setStep({ at: 'password', to: 'codes' })}>{t`New emergency codes`}</Button>
              <Button
                variant="subtle"
                color="gray"
                onClick={() => setStep({ at: 'password', to: 'disable' })}
              >{t`Switch off`}</Button>
            </>
          ) : (
            <Button onClick={() => setStep({ at: 'password', to: 'enable' })}>{t`Set up the second step`}</Button>
          )}
        </Group>
      )}
      {step.at === 'password' && (
        <PasswordStep onPassword={(password) => withPassword(step.to, password)} onCancel={() => setStep({ at: 'rest' })} />
      )}
      {step.at === 'scan' && <ScanStep uri={step.uri} onCode={(code) => confirmCode(code, step.codes)} />}
      {step.at === 'codes' && <Codes codes={step.codes} onDone={() => setStep({ at: 'rest' })} />}
    </Part>
  );
}

function useAttempt(run: (text: string) => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const attempt = async (text: string) => {
    setBusy(true);
    setError(null);
    try {
      await run(text);
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get('text');
    void attempt(typeof text === 'string' ? text : '');
  };
  return { busy, error, submit };
}

function PasswordStep({ onPassword, onCancel }: { onPassword: (password: string) => Promise<void>; onCancel: () => void }) {
  const { t } = useLingui();
  const { busy, error, submit } = useAttempt(onPassword);
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <PasswordInput
          name="text"
          label={t`Your password`}
          autoComplete="current-password"
          autoFocus
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t`Show the password` }}
        />
        <Refusal error={error} />
        <Group gap="xs">
          <Button type="submit" loading={busy}>{t`Continue`}</Button>
          <Button variant="default" onClick={onCancel}>{t`Cancel`}</Button>
        </Group>
      </Stack>
    </form>
  );
}

function ScanStep({ uri, onCode }: { uri: string; onCode: (code: string) => Promise<void> }) {
  const { t } = useLingui();
  const { busy, error, submit } = useAttempt(onCode);
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return (
    <Stack gap="sm">
      <Text>
        <Trans>
          Scan this with an application for one-time codes, or type the key into it. Then give the six digits it shows.
        </Trans>
      </Text>
      <Suspense>
        <QrCode text={uri} label={t`Code to scan with the application`} />
      </Suspense>
      <CopyField label={t`Key to type instead`} value={secret} />
      <form onSubmit={submit}>
        <Stack gap="sm" align="flex-start">
          <TextInput
            name="text"
            label={t`Six digits`}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            withAsterisk={false}
          />
          <Refusal error={error} />
          <Button type="submit" loading={busy}>{t`Confirm`}</Button>
        </Stack>
      </form>
    </Stack>
  );
}

function Codes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { t } = useLingui();
  return (
    <Stack gap="sm">
      <Text>
        <Trans>Keep these emergency codes apart from your phone. Each lets you in once; they are shown this once.</Trans>
      </Text>
      <SimpleGrid cols={2} spacing={6} maw={320}>
        {codes.map((code) => (
          <Code key={code}>{code}</Code>
        ))}
      </SimpleGrid>
      <CopyField label={t({ message: 'All of them', context: 'codes' })} value={codes.join('\n')} />
      <Button onClick={onDone} style={{ alignSelf: 'flex-start' }}>{t`I kept them`}</Button>
    </Stack>
  );
}
