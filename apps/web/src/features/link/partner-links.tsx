import { Button, Group, Stack, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { DataList } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { couponsQuery, linksQuery } from './link.queries.ts';
import { PartnerCodes } from './partner-codes.tsx';
import { useLinkColumns } from './use-link-columns.tsx';
import { usePrograms } from './use-programs.ts';

const CreateLink = lazy(async () => ({ default: (await import('./create-link.tsx')).CreateLink }));
const GiveCode = lazy(async () => ({ default: (await import('./give-code.tsx')).GiveCode }));
const LinkDrawer = lazy(async () => ({ default: (await import('./link-drawer.tsx')).LinkDrawer }));
const route = getRouteApi('/console/partners/$partnerId/links');

/** The links and codes of one partner, for the company: a tab of its page. */
export function PartnerLinks() {
  const { t } = useLingui();
  const { partnerId } = route.useParams();
  const { link } = route.useSearch();
  const navigate = route.useNavigate();
  const links = useInfiniteQuery(linksQuery(partnerId));
  const coupons = useInfiniteQuery(couponsQuery(partnerId));
  const { open = [] } = usePrograms(partnerId);
  const mayManage = ['owner', 'manager'].includes(chosenMembership()?.role ?? '');
  const show = (shown?: string) =>
    void navigate({ search: shown === undefined ? {} : { link: shown }, replace: link !== undefined, resetScroll: false });
  return (
    <Stack gap="xl">
      {mayManage && open.length > 0 && (
        <Group gap="xs">
          <Button variant="default" onClick={() => show('new')}>
            <Trans>Create a link</Trans>
          </Button>
          <Button variant="default" onClick={() => show('code')}>
            <Trans>Give a code</Trans>
          </Button>
        </Group>
      )}
      <section>
        <Title order={2} mb="sm">
          <Trans>Links</Trans>
        </Title>
        <DataList
          label={t`Links`}
          list={links}
          columns={useLinkColumns(partnerId)}
          keyOf={({ id }) => id}
          onOpen={({ id }) => show(id)}
          empty={
            <EmptyState title={t`No link yet.`}>
              <Trans>
                Once it is enrolled in a program, the partner makes links in its portal; you can make them for it too.
              </Trans>
            </EmptyState>
          }
        />
      </section>
      <PartnerCodes partnerId={partnerId} list={coupons} mayEnd={mayManage} />
      <Suspense>
        {mayManage && link === 'new' && open.length > 0 && (
          <CreateLink programs={open} isOwn={false} onClose={() => show()} onCreated={show} />
        )}
        {mayManage && link === 'code' && open.length > 0 && <GiveCode programs={open} onClose={() => show()} />}
        {link !== undefined && link !== 'new' && link !== 'code' && (
          <LinkDrawer id={link} partnerId={partnerId} mayEnd={mayManage} onClose={() => show()} />
        )}
      </Suspense>
    </Stack>
  );
}
