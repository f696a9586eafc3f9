import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { confirmSecondFactor, signIn } from '../../lib/auth.ts';
import { chooseMembership } from '../../lib/membership-choice.ts';
import { Door } from './door.tsx';
import { useAuthWords } from './auth-words.ts';
import { SignOnOffers, SignOnRefused } from './sign-on-offers.tsx';

const route = getRouteApi('/sign-in');

/** E-mail and password, then the second factor of those who have one. */
export function SignInScreen() {
  const { t } = useLingui();
  const [step, setStep] = useState<'password' | 'factor'>('password');
  const enter = useEnter();
  const lead = step === 'factor' && (
    <Trans>Six digits from your application, or one of the codes you kept for emergencies.</Trans>
  );
  return (
    <Door title={step === 'password' ? t`Sign in` : t`Second step`} lead={lead}>
      {step === 'password' ? <PasswordStep onFactor={() => setStep('factor')} onIn={enter} /> : <FactorStep onIn={enter} />}
    </Door>
  );
}

function PasswordStep({ onFactor, onIn }: { onFactor: () => void; onIn: () => Promise<void> }) {
  const { t } = useLingui();
  const { next, refused, company } = route.useSearch();
  const [email, setEmail] = useState('');
  const { error, busy, submit } = useAttempt(async (fields) => {
    const needsFactor = await signIn(textOf(fields, 'email'), textOf(fields, 'password'));
    if (needsFactor) onFactor();
    else await onIn();
  });
  return (
    <form onSubmit={submit}>
      <Stack>
        {refused !== undefined && <SignOnRefused fault={refused} />}
        <SignOnOffers email={email} company={company} next={next} />
        <TextInput
          name="email"
          type="email"
          label={t`E-mail`}
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
          onBlur={({ currentTarget }) => setEmail(currentTarget.value)}
        />
        <PasswordInput
          name="password"
          label={t`Password`}
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t`Show the password` }}
        />
        <Refused error={error} />
        <Button type="submit" loading={busy}>
          <Trans>Sign in</Trans>
        </Button>
        <PasskeyButton onIn={onIn} />
      </Stack>
    </form>
  );
}

function PasskeyButton({ onIn }: { onIn: () => Promise<void> }) {
  const [error, setError] = useState<unknown>(null);
  const enter = async () => {
    setError(null);
    try {
      const { signInWithPasskey } = await import('../../lib/passkey.ts');
      await signInWithPasskey();
      await onIn();
    } catch (refusal) {
      setError(refusal);
    }
  };
  return (
    <>
      <Refused error={error} />
      <Button variant="default" onClick={() => void enter()}>
        <Trans>Sign in with a passkey</Trans>
      </Button>
    </>
  );
}

function FactorStep({ onIn }: { onIn: () => Promise<void> }) {
  const { t } = useLingui();
  const { error, busy, submit } = useAttempt(async (fields) => {
    await confirmSecondFactor(textOf(fields, 'code'));
    await onIn();
  });
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput name="code" label={t`Code`} autoComplete="one-time-code" required withAsterisk={false} autoFocus />
        <Refused error={error} />
        <Button type="submit" loading={busy}>
          <Trans>Confirm</Trans>
        </Button>
      </Stack>
    </form>
  );
}

function Refused({ error }: { error: unknown }) {
  const words = useAuthWords(error);
  if (words === null) return null;
  return (
    <Alert color="red" variant="outline" role="alert">
      {words}
    </Alert>
  );
}

function useAttempt(run: (fields: FormData) => Promise<void>) {
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const attempt = async (form: HTMLFormElement) => {
    setBusy(true);
    setError(null);
    try {
      await run(new FormData(form));
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void attempt(event.currentTarget);
  };
  return { error, busy, submit };
}

/** Whatever was remembered belonged to whoever was here before. */
function useEnter(): () => Promise<void> {
  const client = useQueryClient();
  const router = useRouter();
  const { next } = route.useSearch();
  return async () => {
    chooseMembership(null);
    client.clear();
    router.history.push(next ?? '/');
  };
}

function textOf(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value : '';
}
