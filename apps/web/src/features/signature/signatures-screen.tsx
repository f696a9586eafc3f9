import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { loadCatalogue } from '../../i18n/catalogues.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { searchOf } from './signature.queries.ts';

const EnvelopeList = lazy(async () => {
  const [{ EnvelopeList: found }] = await Promise.all([import('./envelope-list.tsx'), loadCatalogue('signing')]);
  return { default: found };
});
const EnvelopePage = lazy(async () => {
  const [{ EnvelopePage: found }] = await Promise.all([import('./envelope-page.tsx'), loadCatalogue('signing')]);
  return { default: found };
});
const NewEnvelope = lazy(async () => ({ default: (await import('./new-envelope.tsx')).NewEnvelope }));

/** Documents the company sends to be signed. */
export function SignaturesScreen() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { open } = searchOf(useSearch({ strict: false }));
  const [adding, setAdding] = useState(false);
  const mayWrite = ['owner', 'manager'].includes(chosenMembership()?.role ?? '');
  if (open !== undefined) {
    return (
      <Suspense>
        <EnvelopePage id={open} side="company" mayWrite={mayWrite} />
      </Suspense>
    );
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
      <Suspense>
        <EnvelopeList
          partnerId={null}
          side="company"
          empty={
            <EmptyState title={t`Nothing was sent to be signed yet.`} action={mayWrite ? add : undefined}>
              <Trans>Send a PDF here, or a charter that both sides have approved from the page of its partner.</Trans>
            </EmptyState>
          }
        />
      </Suspense>
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
