import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { chosenMembership, shownPartnerId } from '../../lib/membership-choice.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { TermsTabs } from '../../ui/terms-tabs.tsx';
import { EnvelopeList } from './envelope-list.tsx';
import { EnvelopePage } from './envelope-page.tsx';
import { searchOf } from './signature.queries.ts';

const NewEnvelope = lazy(async () => ({ default: (await import('./new-envelope.tsx')).NewEnvelope }));

/** Documents the company sends to be signed. */
export function SignaturesScreen() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { open } = searchOf(useSearch({ strict: false }));
  const [adding, setAdding] = useState(false);
  const mayWrite = ['owner', 'manager'].includes(chosenMembership()?.role ?? '');
  if (open !== undefined) {
    return <EnvelopePage id={open} side="company" mayWrite={mayWrite} />;
  }
  const add = (
    <Button onClick={() => setAdding(true)}>
      <Trans>Send a document</Trans>
    </Button>
  );
  return (
    <>
      <PageHeader title={t`Signatures`} actions={mayWrite && add}>
        <Trans>Documents that people sign by mail, in simple electronic signature: charters, and whatever else you send.</Trans>
      </PageHeader>
      <EnvelopeList
        partnerId={null}
        side="company"
        empty={
          <EmptyState title={t`Nothing was sent to be signed yet.`} action={mayWrite ? add : undefined}>
            <Trans>Send a PDF here, or a charter that both sides have approved from the page of its partner.</Trans>
          </EmptyState>
        }
      />
      <Suspense>
        {adding && (
          <NewEnvelope
            onSent={(id) => {
              setAdding(false);
              void navigate({ to: '/console/signatures', search: { open: id } });
            }}
            onClose={() => setAdding(false)}
          />
        )}
      </Suspense>
    </>
  );
}

/** Documents the company sent a partner to sign, and those that are signed. */
export function OwnSignatures() {
  const { t } = useLingui();
  const { open } = searchOf(useSearch({ strict: false }));
  if (open !== undefined) return <EnvelopePage id={open} side="partner" mayWrite={false} />;
  return (
    <>
      <PageHeader title={t`Signatures`}>
        <Trans>What the company sent you to sign, and what both sides have signed. Keep the signed documents.</Trans>
      </PageHeader>
      <TermsTabs />
      <EnvelopeList
        partnerId={shownPartnerId()}
        side="partner"
        empty={
          <EmptyState title={t`Nothing is to be signed.`}>
            <Trans>When the company sends a document, you find it here, and its signers get a link by mail.</Trans>
          </EmptyState>
        }
      />
    </>
  );
}
