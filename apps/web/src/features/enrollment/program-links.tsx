import { Anchor, Button, Group, Stack, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { ItemOf } from '../../lib/api/queries.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PartnerName } from '../../ui/partner-name.tsx';
import { Status } from '../../ui/status.tsx';
import { Instant } from '../../ui/values.tsx';
import { EndCode } from './end-code.tsx';
import { couponsQuery, linksQuery } from './enrollment.queries.ts';

const MakeCode = lazy(async () => ({ default: (await import('./make-code.tsx')).MakeCode }));
const route = getRouteApi('/console/programs/$programId/links');
type LinkRow = ItemOf<'listLinks'>;
type CouponRow = ItemOf<'listCoupons'>;

/** The links and coupon codes of a program's partners. */
export function ProgramLinks() {
  const { t } = useLingui();
  const { programId } = route.useParams();
  const links = useInfiniteQuery(linksQuery(programId));
  const coupons = useInfiniteQuery(couponsQuery(programId));
  const [making, setMaking] = useState<'link' | 'coupon' | null>(null);
  const mayManage = ['owner', 'manager'].includes(chosenMembership()?.role ?? '');
  const columns = useColumns(mayManage);
  return (
    <Stack gap="xl">
      {mayManage && (
        <Group gap="xs">
          <Button variant="default" onClick={() => setMaking('link')}>
            <Trans>Make a link</Trans>
          </Button>
          <Button variant="default" onClick={() => setMaking('coupon')}>
            <Trans>Give a coupon code</Trans>
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
          columns={columns.links}
          keyOf={({ id }) => id}
          empty={<EmptyState title={t`No link yet.`} />}
        />
      </section>
      <section>
        <Title order={2} mb="sm">
          <Trans>Coupon codes</Trans>
        </Title>
        <DataList
          label={t`Coupon codes`}
          list={coupons}
          columns={columns.coupons}
          keyOf={({ id }) => id}
          empty={<EmptyState title={t`No coupon code yet.`} />}
        />
      </section>
      <Suspense>{making !== null && <MakeCode programId={programId} kind={making} onClose={() => setMaking(null)} />}</Suspense>
    </Stack>
  );
}

function useColumns(mayManage: boolean): { links: Column<LinkRow>[]; coupons: Column<CouponRow>[] } {
  const { t } = useLingui();
  const partner = {
    id: 'partner',
    header: t`Partner`,
    cell: ({ partnerId }: { partnerId: string }) => <PartnerName id={partnerId} />,
  };
  const state = {
    id: 'state',
    header: t`State`,
    cell: ({ endedAt }: { endedAt: string | null }) =>
      endedAt === null ? <Status tone="good">{t`Counts`}</Status> : <Status tone="calm">{t`No longer counts`}</Status>,
  };
  const since = {
    id: 'since',
    header: t`Since`,
    align: 'end' as const,
    cell: ({ createdAt }: { createdAt: string }) => <Instant at={createdAt} show="day" />,
  };
  const end = (kind: 'link' | 'coupon') => ({
    id: 'end',
    header: t`Actions`,
    align: 'end' as const,
    width: '110px',
    cell: ({ id, code, endedAt }: { id: string; code: string; endedAt: string | null }) =>
      mayManage && endedAt === null ? <EndCode kind={kind} id={id} code={code} /> : null,
  });
  return {
    links: [
      {
        id: 'url',
        header: t`Address`,
        width: '36%',
        cell: ({ url }) => (
          <Anchor href={url} target="_blank" rel="noreferrer" style={{ overflowWrap: 'anywhere' }}>
            {url.replace(/^https?:\/\//, '')}
          </Anchor>
        ),
      },
      partner,
      { id: 'subId', header: t`Sub-id`, cell: ({ subId }) => subId },
      state,
      since,
      end('link'),
    ],
    coupons: [{ id: 'code', header: t`Code`, cell: ({ code }) => code.toUpperCase() }, partner, state, since, end('coupon')],
  };
}
