import { Button, Code, Group, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh, type ItemOf } from '../../lib/api/queries.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { toast } from '../../ui/toast.ts';
import { CodeState } from './code-state.tsx';
import { usePrograms } from './use-programs.ts';

const Confirm = lazy(async () => ({ default: (await import('../../ui/confirm.tsx')).Confirm }));

type Coupon = ItemOf<'listCoupons'>;

interface PartnerCodesProps {
  readonly partnerId: string;
  readonly list: UseInfiniteQueryResult<Coupon[]>;
  readonly mayEnd: boolean;
}

/** The codes a partner was given. */
export function PartnerCodes({ partnerId, list, mayEnd }: PartnerCodesProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [ending, setEnding] = useState<Coupon | null>(null);
  const end = async ({ id, code }: Coupon) => {
    await call('endCoupon', { params: { id } });
    await refresh(client, 'listCoupons');
    toast(t`The code ${code} has ended.`);
  };
  return (
    <section>
      <Title order={2} mb="sm">
        <Trans>Codes</Trans>
      </Title>
      <DataList
        label={t`Codes`}
        list={list}
        columns={useColumns(partnerId, mayEnd ? setEnding : null)}
        keyOf={({ id }) => id}
        empty={
          <EmptyState title={t`No code yet.`}>
            <Trans>Codes are typed at checkout: what is bought with one counts for the partner.</Trans>
          </EmptyState>
        }
      />
      <Suspense>
        {ending !== null && (
          <Confirm
            title={t`End ${ending.code}?`}
            verb={t`End the code`}
            dangerous
            onConfirm={() => end(ending)}
            onClose={() => setEnding(null)}
          >
            <Trans>From now on it belongs to nobody and earns nothing. What was earned stays. It cannot be given again.</Trans>
          </Confirm>
        )}
      </Suspense>
    </section>
  );
}

function useColumns(partnerId: string, onEnd: ((coupon: Coupon) => void) | null): Column<Coupon>[] {
  const { t } = useLingui();
  const { nameOf } = usePrograms(partnerId);
  return [
    { id: 'code', header: t`Code`, cell: ({ code }) => <Code>{code}</Code> },
    { id: 'program', header: t`Program`, cell: ({ enrollmentId }) => nameOf(enrollmentId) },
    { id: 'state', header: t`State`, cell: ({ endedAt }) => <CodeState endedAt={endedAt} /> },
    {
      id: 'actions',
      header: t`Actions`,
      align: 'end',
      width: '170px',
      cell: (coupon) =>
        coupon.endedAt === null ? (
          <Group gap={4} justify="flex-end">
            <CopyButton value={coupon.code} what={coupon.code} />
            {onEnd !== null && (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t`End ${coupon.code}`}
                onClick={() => onEnd(coupon)}
              >{t`End`}</Button>
            )}
          </Group>
        ) : null,
    },
  ];
}
