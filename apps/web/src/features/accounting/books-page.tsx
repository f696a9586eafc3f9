import { Skeleton } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { notFound, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { PageHeader } from '../../ui/page-header.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { FilesScreen } from './files-screen.tsx';

const parts = {
  accounts: lazy(async () => ({ default: (await import('./chart-screen.tsx')).ChartScreen })),
  partners: lazy(async () => ({ default: (await import('./auxiliaries-screen.tsx')).AuxiliariesScreen })),
  company: lazy(async () => ({ default: (await import('./company-screen.tsx')).CompanyScreen })),
  das2: lazy(async () => ({ default: (await import('./das2-screen.tsx')).Das2Screen })),
};
const to = '/console/books/$part';

/** The head of the books of the company, and the part that is looked at. */
export function BooksPage() {
  const { t } = useLingui();
  const { part } = useParams({ strict: false });
  if (part !== undefined && !isPart(part)) throw notFound();
  const Part = part === undefined ? FilesScreen : parts[part];
  return (
    <>
      <PageHeader title={t`Books`}>
        <Trans>What your accountant needs: the entries of closed months in your accounts, and the yearly declaration.</Trans>
      </PageHeader>
      <Tabs
        label={t`Parts of the books`}
        tabs={[
          { label: t`Files`, to: '/console/books', exact: true },
          { label: t`Accounts`, to, params: { part: 'accounts' } },
          { label: t`Partners`, to, params: { part: 'partners' } },
          { label: t`Company`, to, params: { part: 'company' } },
          { label: t`DAS2`, to, params: { part: 'das2' } },
        ]}
      />
      <Suspense fallback={<Skeleton h={240} />}>
        <Part />
      </Suspense>
    </>
  );
}

function isPart(part: string): part is keyof typeof parts {
  return Object.hasOwn(parts, part);
}
