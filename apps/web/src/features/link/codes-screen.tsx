import { Code } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ItemOf } from '../../lib/api/queries.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { couponsQuery } from './link.queries.ts';
import { LinkTabs } from './link-tabs.tsx';
import { CodeState } from './code-state.tsx';
import { usePrograms } from './use-programs.ts';

type Coupon = ItemOf<'listCoupons'>;

/** The codes customers type at checkout; the company gives them, because they are worth a discount. */
export function CodesScreen() {
  const { t } = useLingui();
  const list = useInfiniteQuery(couponsQuery());
  return (
    <>
      <PageHeader title={t`Links and codes`}>
        <Trans>Whoever follows one of your links, or types one of your codes, is yours: what they buy counts for you.</Trans>
      </PageHeader>
      <LinkTabs />
      <DataList
        label={t`Codes`}
        list={list}
        columns={useColumns()}
        keyOf={({ id }) => id}
        empty={
          <EmptyState title={t`No code yet.`}>
            <Trans>Codes are typed at checkout. The company gives them: ask it for one.</Trans>
          </EmptyState>
        }
      />
    </>
  );
}

function useColumns(): Column<Coupon>[] {
  const { t } = useLingui();
  const { nameOf } = usePrograms();
  return [
    { id: 'code', header: t`Code`, cell: ({ code }) => <Code>{code}</Code> },
    { id: 'program', header: t`Program`, cell: ({ enrollmentId }) => nameOf(enrollmentId) },
    { id: 'state', header: t`State`, cell: ({ endedAt }) => <CodeState endedAt={endedAt} /> },
    {
      id: 'copy',
      header: t`Copy`,
      align: 'end',
      width: '84px',
      cell: ({ endedAt, code }) => (endedAt === null ? <CopyButton value={code} what={code} /> : null),
    },
  ];
}
