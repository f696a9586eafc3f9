import { useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ItemOf } from '../../lib/api/queries.ts';
import { CsvButton } from '../../ui/csv-button.tsx';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { PartnerName } from '../../ui/partner-name.tsx';
import { Status } from '../../ui/status.tsx';
import { Instant, LocalDate, Money } from '../../ui/values.tsx';
import { WhyLink } from '../../ui/why-link.tsx';
import { toneOf } from './commission-status.ts';
import { commissionsQuery, type CommissionFilters } from './commission.queries.ts';
import { statusWords } from './status-words.ts';

type Row = ItemOf<'listCommissions'>;

interface CommissionListProps {
  readonly label: string;
  /** Days as the instants they are. */
  readonly filters: CommissionFilters & { readonly partnerId?: string };
  readonly tools?: ReactNode;
  readonly empty: ReactNode;
  /** Where commissions of several partners stand together. */
  readonly withPartner?: boolean;
  /** Offers all that the filters let through as a file. */
  readonly withCsv?: boolean;
}

/** Commissions, newest first; each amount opens its why. */
export function CommissionList({ label, filters, tools, empty, withPartner = false, withCsv = false }: CommissionListProps) {
  const { t } = useLingui();
  const list = useInfiniteQuery(commissionsQuery(filters));
  const navigate = useNavigate();
  const csv =
    withCsv && (list.data?.length ?? 0) > 0 ? (
      <CsvButton route="listCommissions" input={{ query: { ...filters, format: 'csv' } }} name="commissions.csv">
        {t`Download (CSV)`}
      </CsvButton>
    ) : null;
  return (
    <DataList
      label={label}
      list={list}
      columns={useColumns(withPartner)}
      keyOf={(commission) => commission.id}
      onOpen={({ factId }) =>
        void navigate({ to: '.', search: ((now: object) => ({ ...now, why: factId })) as never, resetScroll: false })
      }
      empty={empty}
      {...(tools === undefined && csv === null
        ? {}
        : {
            tools: (
              <>
                {tools}
                {csv}
              </>
            ),
          })}
    />
  );
}

function useColumns(withPartner: boolean): Column<Row>[] {
  const { t } = useLingui();
  const partner: Column<Row>[] = withPartner
    ? [{ id: 'partner', header: t`Partner`, cell: ({ partnerId }) => <PartnerName id={partnerId} /> }]
    : [];
  return [
    {
      id: 'amount',
      header: t`Commission`,
      width: '16%',
      cell: ({ factId, amount, currency }) => (
        <WhyLink factId={factId}>
          <Money amount={amount} currency={currency} />
        </WhyLink>
      ),
    },
    ...partner,
    { id: 'status', header: t`State`, cell: ({ status }) => <Status tone={toneOf(status)}>{t(statusWords[status])}</Status> },
    {
      id: 'reversed',
      header: t`Taken back`,
      align: 'end',
      cell: ({ reversed, currency }) => (reversed === 0 ? null : <Money amount={-reversed} currency={currency} />),
    },
    {
      id: 'base',
      header: t`On`,
      align: 'end',
      cell: ({ base, currency }) => (base === 0 ? null : <Money amount={base} currency={currency} />),
    },
    { id: 'payable', header: t`Payable on`, align: 'end', cell: ({ payableOn }) => <LocalDate date={payableOn} /> },
    { id: 'at', header: t`When`, align: 'end', cell: ({ occurredAt }) => <Instant at={occurredAt} /> },
  ];
}
