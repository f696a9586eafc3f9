import { Trans, useLingui } from '@lingui/react/macro';
import { useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { loadCatalogue } from '../../i18n/catalogues.ts';
import { shownPartnerId } from '../../lib/membership-choice.ts';
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

/** Documents the company sent a partner to sign, and those that are signed. */
export function OwnSignatures() {
  const { t } = useLingui();
  const { open } = searchOf(useSearch({ strict: false }));
  if (open !== undefined) {
    return (
      <Suspense>
        <EnvelopePage id={open} side="partner" mayWrite={false} />
      </Suspense>
    );
  }
  return (
    <>
      <PageHeader title={t`Signatures`}>
        <Trans>What the company sent you to sign, and what both sides have signed. Keep the signed documents.</Trans>
      </PageHeader>
      <Suspense>
        <EnvelopeList
          partnerId={shownPartnerId()}
          side="partner"
          empty={
            <EmptyState title={t`Nothing is to be signed.`}>
              <Trans>When the company sends a document, you find it here, and its signers get a link by mail.</Trans>
            </EmptyState>
          }
        />
      </Suspense>
    </>
  );
}
