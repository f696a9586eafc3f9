import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import { useActions } from '../../lib/actions.ts';
import { DataList } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { linksQuery } from './link.queries.ts';
import { LinkTabs } from './link-tabs.tsx';
import { useLinkColumns } from './use-link-columns.tsx';
import { usePrograms } from './use-programs.ts';

const CreateLink = lazy(async () => ({ default: (await import('./create-link.tsx')).CreateLink }));
const LinkDrawer = lazy(async () => ({ default: (await import('./link-drawer.tsx')).LinkDrawer }));
const route = getRouteApi('/portal/links');

/** The tracked addresses of the partner who looks. */
export function LinksScreen() {
  const { t } = useLingui();
  const { link } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(linksQuery());
  const { open } = usePrograms();
  const show = (shown?: string) =>
    void navigate({ search: shown === undefined ? {} : { link: shown }, replace: link !== undefined, resetScroll: false });
  const create = useMemo(() => () => void navigate({ search: { link: 'new' }, resetScroll: false }), [navigate]);
  const mayCreate = open !== undefined && open.length > 0;
  useActions(
    useMemo(
      () => (mayCreate ? [{ id: 'create-link', label: t`Create a link`, keys: 'n', run: create }] : []),
      [mayCreate, create, t],
    ),
  );
  const button = mayCreate && (
    <Button onClick={create}>
      <Trans>Create a link</Trans>
    </Button>
  );
  return (
    <>
      <PageHeader title={t`Links and codes`} actions={button}>
        <Trans>Whoever follows one of your links, or types one of your codes, is yours: what they buy counts for you.</Trans>
      </PageHeader>
      <LinkTabs />
      <DataList
        label={t`Links`}
        list={list}
        columns={useLinkColumns()}
        keyOf={({ id }) => id}
        onOpen={({ id }) => show(id)}
        empty={<NoLinks enrolled={open === undefined || open.length > 0} action={button} />}
      />
      <Suspense>
        {link === 'new' && open !== undefined && <CreateLink programs={open} onClose={() => show()} onCreated={show} />}
        {link !== undefined && link !== 'new' && <LinkDrawer id={link} onClose={() => show()} />}
      </Suspense>
    </>
  );
}

function NoLinks({ enrolled, action }: { enrolled: boolean; action: ReactNode }) {
  const { t } = useLingui();
  if (!enrolled) {
    return (
      <EmptyState title={t`You are in no program yet.`}>
        <Trans>Ask the company to enroll you: you can then make links here.</Trans>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t`No link yet.`} action={action}>
      <Trans>Make one, put it where your readers are, and see here what it brings.</Trans>
    </EmptyState>
  );
}
