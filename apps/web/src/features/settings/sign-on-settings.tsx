import { Alert, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Status } from '../../ui/status.tsx';
import { toast } from '../../ui/toast.ts';
import { Part } from './part.tsx';
import { roleWords } from './role-words.ts';
import { signOnQuery, type SignOn, type SignOnConnection } from './settings.queries.ts';
import { SignOnTest } from './sign-on-test.tsx';

const Confirm = lazy(async () => ({ default: (await import('../../ui/confirm.tsx')).Confirm }));
const ConnectSignOn = lazy(async () => ({ default: (await import('./connect-sign-on.tsx')).ConnectSignOn }));

/** The company's identity provider: connected, tested, activated, required. */
export function SignOnSettings() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(signOnQuery);
  const [editing, setEditing] = useState(false);
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton h={400} />;
  const { connection } = data;
  return (
    <Part
      title={t`Sign-on`}
      lead={
        <Trans>
          Your people come in by your company’s own identity provider (OpenID Connect): Keycloak, Entra ID, Google Workspace and
          others. Partners keep their own way in.
        </Trans>
      }
    >
      {connection === null ? (
        <EmptyState
          title={t`No identity provider is connected.`}
          action={<Button onClick={() => setEditing(true)}>{t`Connect a provider`}</Button>}
        >
          <Trans>Until then, everybody signs in with a password or a passkey.</Trans>
        </EmptyState>
      ) : (
        <Connected signOn={data} connection={connection} onEdit={() => setEditing(true)} />
      )}
      <Suspense>{editing && <ConnectSignOn signOn={data} onClose={() => setEditing(false)} />}</Suspense>
    </Part>
  );
}

interface ConnectedProps {
  readonly signOn: SignOn;
  readonly connection: SignOnConnection;
  readonly onEdit: () => void;
}

function Connected({ signOn, connection, onEdit }: ConnectedProps) {
  const { t } = useLingui();
  const [asking, setAsking] = useState<Asking>(null);
  const { busy, error, change } = useChange();
  const { active, required } = connection;
  return (
    <Stack gap="lg" maw={720}>
      <Status tone={active ? 'good' : 'wait'}>
        {required ? t`Active, and required of your people` : active ? t`Active` : t`Connected, not active yet`}
      </Status>
      <Facts connection={connection} />
      <CopyField label={t`Redirect address, to be allowed at the provider`} value={signOn.redirectUri} />
      {active && <CopyField label={t`Address that begins a sign-on, for a list of applications`} value={signOn.startUrl} />}
      <SignOnTest />
      {error !== null && <ProblemNotice error={error} />}
      {active && !required && <BeforeRequiring people={connection.people} />}
      <Group gap="xs">
        {!active && <Button loading={busy} onClick={() => void change({ active: true })}>{t`Activate`}</Button>}
        {active && !required && <Button onClick={() => setAsking('require')}>{t`Require it`}</Button>}
        {required && (
          <Button
            variant="default"
            loading={busy}
            onClick={() => void change({ required: false })}
          >{t`No longer require it`}</Button>
        )}
        <Button variant="default" onClick={onEdit}>{t`Change`}</Button>
        {active && <Button variant="default" onClick={() => setAsking('off')}>{t`Switch off`}</Button>}
        <Button variant="subtle" color="gray" onClick={() => setAsking('remove')}>{t`Remove`}</Button>
      </Group>
      <Question asking={asking} change={change} onClose={() => setAsking(null)} />
    </Stack>
  );
}

/** What is asked before it is done. */
function Question({ asking, change, onClose }: { asking: Asking; change: Change; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const remove = async () => {
    await call('removeSignOn', {});
    await refresh(client, 'getSignOn');
    toast(t`The provider was removed.`);
  };
  return (
    <Suspense>
      {asking === 'require' && (
        <Confirm
          title={t`Require sign-on?`}
          verb={t`Require it`}
          onConfirm={() => change({ required: true }, true)}
          onClose={onClose}
        >
          <Trans>
            Your people then come in by the provider only. Owners with a second step can still use their password, so that nobody
            is locked out when the provider fails. Partners are not concerned.
          </Trans>
        </Confirm>
      )}
      {asking === 'off' && (
        <Confirm
          title={t`Switch sign-on off?`}
          verb={t`Switch off`}
          onConfirm={() => change({ active: false }, true)}
          onClose={onClose}
        >
          <Trans>Whoever came in by the provider is signed out. The settings stay; you can activate it again.</Trans>
        </Confirm>
      )}
      {asking === 'remove' && (
        <Confirm title={t`Remove the provider?`} verb={t`Remove`} dangerous onConfirm={remove} onClose={onClose}>
          <Trans>
            Whoever came in by it is signed out, and its settings and secret are deleted. People stay members; those without a
            password need a new link to choose one.
          </Trans>
        </Confirm>
      )}
    </Suspense>
  );
}

function Facts({ connection }: { connection: SignOnConnection }) {
  const { t } = useLingui();
  const { issuer, clientId, domains, newRole, people } = connection;
  const facts = [
    [t`Issuer`, issuer],
    [t`Client id`, clientId],
    [t`Domains of addresses`, domains.join(', ')],
    [t`Somebody new becomes`, newRole === null ? t`nobody: only invited people come in` : t(roleWords[newRole])],
    [t`People who have signed on`, String(people)],
  ] as const;
  return (
    <dl style={{ margin: 0, display: 'grid', gap: 12, gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))' }}>
      {facts.map(([name, value]) => (
        <div key={name} style={{ minWidth: 0 }}>
          <Text component="dt" size="sm" c="dimmed">
            {name}
          </Text>
          <Text component="dd" m={0} style={{ overflowWrap: 'anywhere' }}>
            {value}
          </Text>
        </div>
      ))}
    </dl>
  );
}

/** What requiring it waits for; nothing once somebody has signed on. */
function BeforeRequiring({ people }: { people: number }) {
  if (people > 0) return null;
  return (
    <Alert variant="outline" color="gray">
      <Trans>
        Nobody has signed on yet. Open the sign-in page in a private window and come in by it once; then it can be required.
      </Trans>
    </Alert>
  );
}

type Asking = 'off' | 'require' | 'remove' | null;
type Change = ReturnType<typeof useChange>['change'];
type Changes = { readonly active?: boolean; readonly required?: boolean };

/** Changes it and shows why not; inside a dialog, which shows that itself, the refusal is thrown on. */
function useChange() {
  const { t } = useLingui();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const change = async (body: Changes, inDialog = false) => {
    setBusy(true);
    setError(null);
    try {
      await call('changeSignOn', { body });
      await refresh(client, 'getSignOn');
      toast(t`Saved.`);
    } catch (refusal) {
      if (inDialog) throw refusal;
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, change };
}
