import { Select, Text } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ItemOf } from '../../lib/api/queries.ts';
import { instantsOfDays } from '../../lib/instants-of-days.ts';
import { useZone } from '../../lib/workspace.tsx';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { PeriodChip } from '../../ui/period-chip.tsx';
import { Status } from '../../ui/status.tsx';
import { Instant, Money } from '../../ui/values.tsx';
import { WhyLink } from '../../ui/why-link.tsx';
import { factKinds } from './fact-kinds.ts';
import { factsQuery, type FactFilters, type FactKind } from './fact.queries.ts';
import { kindWords } from './kind-words.ts';

type Row = ItemOf<'listFacts'>;

interface FactListProps {
  readonly label: string;
  readonly filters: FactFilters & { readonly partnerId?: string; readonly except?: FactKind };
  readonly onFilter?: (filters: FactFilters) => void;
  readonly empty: ReactNode;
}

/** Facts, newest first; each opens its why. */
export function FactList({ label, filters, onFilter, empty }: FactListProps) {
  const list = useInfiniteQuery(factsQuery({ ...filters, ...instantsOfDays(filters, useZone()) }));
  const navigate = useNavigate();
  return (
    <DataList
      label={label}
      list={list}
      columns={useColumns()}
      keyOf={(fact) => fact.id}
      onOpen={(fact) =>
        void navigate({ to: '.', search: ((now: object) => ({ ...now, why: fact.id })) as never, resetScroll: false })
      }
      empty={empty}
      {...(onFilter === undefined ? {} : { tools: <Filters filters={filters} onFilter={onFilter} /> })}
    />
  );
}

function Filters({ filters, onFilter }: { filters: FactFilters; onFilter: (filters: FactFilters) => void }) {
  const { t } = useLingui();
  const { kind, unpaid, from, to } = filters;
  const span = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  return (
    <>
      <Select
        aria-label={t`Kind`}
        placeholder={t`Every kind`}
        clearable
        clearButtonProps={{ 'aria-label': t`Every kind` }}
        data={factKinds.map((value) => ({ value, label: t(kindWords[value]) }))}
        value={kind ?? null}
        onChange={(value) =>
          onFilter({ ...(value === null ? {} : { kind: value }), ...(unpaid === undefined ? {} : { unpaid }), ...span })
        }
      />
      <Select
        aria-label={t`Outcome`}
        placeholder={t`Paid or not`}
        clearable
        clearButtonProps={{ 'aria-label': t`Paid or not` }}
        data={[
          { value: 'true', label: t`Paid nothing` },
          { value: 'false', label: t`Not refused` },
        ]}
        value={unpaid ?? null}
        onChange={(value) =>
          onFilter({
            ...(kind === undefined ? {} : { kind }),
            ...(value === 'true' || value === 'false' ? { unpaid: value } : {}),
            ...span,
          })
        }
      />
      <PeriodChip
        span={span}
        onClear={() => onFilter({ ...(kind === undefined ? {} : { kind }), ...(unpaid === undefined ? {} : { unpaid }) })}
      />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useLingui();
  return [
    { id: 'kind', header: t`Fact`, width: '17%', cell: (fact) => <WhyLink factId={fact.id}>{t(kindWords[fact.kind])}</WhyLink> },
    {
      id: 'reference',
      header: t`Reference`,
      width: '15%',
      // Ends of holds are ours, called by their instant, which stands beside.
      cell: ({ kind, eventId }) => (kind === 'maturity' ? null : eventId),
    },
    { id: 'customer', header: t`Customer`, width: '13%', cell: (fact) => fact.customerExternalId },
    {
      id: 'outcome',
      header: t`Outcome`,
      cell: (fact) => <Outcome fact={fact} />,
    },
    {
      id: 'amount',
      header: t`Amount`,
      align: 'end',
      width: '12%',
      cell: ({ amount, currency }) =>
        amount === null || currency === null ? null : <Money amount={amount} currency={currency} />,
    },
    { id: 'at', header: t`When`, align: 'end', width: '15%', cell: (fact) => <Instant at={fact.occurredAt} /> },
  ];
}

function Outcome({ fact }: { fact: Row }) {
  const { t } = useLingui();
  if (!fact.counted) return <Status tone="wait">{t`Being counted`}</Status>;
  if (fact.unpaid === null) return <Status tone="good">{t`Counted`}</Status>;
  return (
    <>
      <Status tone="calm">{t`Paid nothing`}</Status>
      <Text size="xs" c="dimmed" lineClamp={1}>
        {fact.unpaid.text}
      </Text>
    </>
  );
}
