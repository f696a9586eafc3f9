import { Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { PartnerName } from '../../ui/partner-name.tsx';
import { Status } from '../../ui/status.tsx';
import { toast } from '../../ui/toast.ts';
import { Instant } from '../../ui/values.tsx';
import type { Account } from './payment.queries.ts';
import { accountTones, accountWords } from './payment-words.ts';
import { mayPay } from './may-pay.ts';

const Confirm = lazy(async () => ({ default: (await import('../../ui/confirm.tsx')).Confirm }));

/** Accounts one below the other, with what can be decided about those that wait. */
export function AccountList({
  accounts,
  label,
  named = false,
}: {
  accounts: readonly Account[];
  label: string;
  named?: boolean;
}) {
  return (
    <Stack component="ul" gap="sm" aria-label={label} p={0} m={0} style={{ listStyle: 'none' }}>
      {accounts.map((account) => (
        <Paper key={account.id} component="li" withBorder p="md">
          <AccountCard account={account} named={named} />
        </Paper>
      ))}
    </Stack>
  );
}

/** Names of services: the same in every language. */
const railNames = { wise: 'Wise', paypal: 'PayPal', stripe: 'Stripe' } as const;

function AccountCard({ account, named }: { account: Account; named: boolean }) {
  const { t } = useLingui();
  const { rail, holder, iban, bic, state, enteredAt, byPartner, usableFrom, reason, alsoOf, partnerId } = account;
  return (
    <Group justify="space-between" align="start">
      <div>
        {named && partnerId !== null && <PartnerName id={partnerId} />}
        {named && partnerId === null && <Trans>The company’s own account</Trans>}
        <Text fw={600}>{holder}</Text>
        <Text>
          {rail !== 'sepa' && `${railNames[rail]} · `}
          {iban}
          {bic !== null && ` · ${bic}`}
        </Text>
        <Text size="sm" c="dimmed">
          {byPartner ? (
            <Trans>
              Entered by the partner on <Instant at={enteredAt} />
            </Trans>
          ) : (
            <Trans>
              Entered by the company on <Instant at={enteredAt} />
            </Trans>
          )}
        </Text>
        {state === 'in_force' && usableFrom !== null && <Usable from={usableFrom} />}
        {state === 'refused' && <Text size="sm">{reason}</Text>}
        {alsoOf.map((id) => (
          <Text key={id} size="sm" c="var(--mantine-color-error)">
            <Trans>
              The same account as <PartnerName id={id} />
            </Trans>
          </Text>
        ))}
      </div>
      <Stack gap="xs" align="end">
        <Status tone={accountTones[state]}>{t(accountWords[state])}</Status>
        {state === 'to_confirm' && <Decisions account={account} />}
      </Stack>
    </Group>
  );
}

function Usable({ from }: { from: string }) {
  const [now] = useState(() => new Date().toISOString());
  if (from <= now) return null;
  return (
    <Text size="sm" c="dimmed">
      <Trans>
        Paid to from <Instant at={from} />
      </Trans>
    </Text>
  );
}

function Decisions({ account: { id, holder } }: { account: Account }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [asking, setAsking] = useState<'confirm' | 'refuse' | null>(null);
  const [reason, setReason] = useState('');
  const done = async (said: string) => {
    await refresh(
      client,
      ...(['listBankAccounts', 'listCompanyAccounts', 'listPartnerAccounts', 'listPayoutCandidates', 'getHome'] as const),
    );
    toast(said);
  };
  if (!mayPay()) return null;
  return (
    <Group gap="xs">
      <Button size="xs" onClick={() => setAsking('confirm')}>
        <Trans>Confirm</Trans>
      </Button>
      <Button size="xs" variant="default" onClick={() => setAsking('refuse')}>
        <Trans>Refuse</Trans>
      </Button>
      <Suspense>
        {asking === 'confirm' && (
          <Confirm
            title={t`Confirm the account of ${holder}?`}
            verb={t`Confirm`}
            onConfirm={async () => {
              await call('confirmBankAccount', { params: { id } });
              await done(t`The account is in force.`);
            }}
            onClose={() => setAsking(null)}
          >
            <Trans>
              Check it by a way you already knew, such as a call to a number of the contract: a changed account is the commonest
              fraud.
            </Trans>
          </Confirm>
        )}
        {asking === 'refuse' && (
          <Confirm
            title={t`Refuse the account of ${holder}?`}
            verb={t`Refuse`}
            dangerous
            onConfirm={async () => {
              await call('refuseBankAccount', { params: { id }, body: { reason } });
              await done(t`The account is refused.`);
            }}
            onClose={() => setAsking(null)}
          >
            <TextInput
              label={t`Reason, told to the partner`}
              required
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </Confirm>
        )}
      </Suspense>
    </Group>
  );
}
