import { Alert, Button, Code, Divider, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { queryOf } from '../../lib/api/queries.ts';
import { useSignOnFault } from './use-sign-on-fault.ts';

interface OffersProps {
  /** As typed so far; its domain says whose people one belongs to. */
  readonly email: string;
  readonly company: string | undefined;
  readonly next: string | undefined;
}

/** The ways in by a company's own sign-on: of the company named, of the address typed, or of the only company here. */
export function SignOnOffers({ email, company, next }: OffersProps) {
  const address = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(email.trim()) ? email.trim() : undefined;
  const named = useQuery(queryOf('findSignOn', { query: company === undefined ? {} : { workspaceId: company } }));
  const byAddress = useQuery({
    ...queryOf('findSignOn', { query: { email: address ?? '' } }),
    enabled: address !== undefined,
    retry: false,
  });
  const items = [...(named.data?.items ?? []), ...(byAddress.data?.items ?? [])];
  const offers = items.filter(({ workspaceId }, at) => items.findIndex((other) => other.workspaceId === workspaceId) === at);
  if (offers.length === 0) return null;
  return (
    <Stack>
      {offers.map(({ workspaceId, name }) => (
        <Button
          key={workspaceId}
          variant="default"
          component="a"
          href={startOf(workspaceId, address, next)}
          styles={{ label: { whiteSpace: 'normal', textAlign: 'center' } }}
        >
          <Trans>Continue with {name}</Trans>
        </Button>
      ))}
      <Divider label={<Trans>or with a password</Trans>} />
    </Stack>
  );
}

/** Why a sign-on did not succeed, with the code whoever helps will ask for. */
export function SignOnRefused({ fault }: { fault: string }) {
  const { t } = useLingui();
  const { title, hint } = useSignOnFault(fault);
  return (
    <Alert color={fault === 'required' ? 'gray' : 'red'} variant="outline" title={title} role="alert">
      <Stack gap="xs">
        <Text>{hint}</Text>
        {fault !== 'required' && (
          <Text size="xs" aria-label={t`Code to give to whoever helps`}>
            <Code>{`sign-on/${fault}`}</Code>
          </Text>
        )}
      </Stack>
    </Alert>
  );
}

function startOf(workspaceId: string, email: string | undefined, next: string | undefined): string {
  const query = new URLSearchParams({ workspace: workspaceId });
  if (email !== undefined) query.set('email', email);
  if (next !== undefined) query.set('next', next);
  return `/api/auth/sign-on/start?${query.toString()}`;
}
