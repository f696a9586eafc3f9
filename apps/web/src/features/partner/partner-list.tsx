import { useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState, type ReactNode } from 'react';
import { useActions } from '../../lib/actions.ts';
import { DataList } from '../../ui/data-list.tsx';
import { BulkBar } from './bulk-bar.tsx';
import type { ColumnId } from './partner-columns.ts';
import { partnersQuery, type ListedPartner, type PartnerFilters } from './partner.queries.ts';
import { SelectBox } from './select-box.tsx';
import { usePartnerColumns } from './use-partner-columns.tsx';
import { useSelection, type Selection } from './use-selection.ts';

interface PartnerListProps {
  readonly filters: PartnerFilters;
  readonly columns: readonly ColumnId[];
  readonly mayManage: boolean;
  readonly tools: ReactNode;
  readonly empty: ReactNode;
}

/** Partners one under the other; who may change them selects and changes many at once. */
export function PartnerList({ filters, columns, mayManage, tools, empty }: PartnerListProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const list = useInfiniteQuery(partnersQuery(filters));
  const selection = useSelection(list.data);
  const [current, setCurrent] = useState<ListedPartner | null>(null);
  useSelectionKeys(mayManage ? current : null, selection);
  const box = (partner: ListedPartner) => <SelectBox partner={partner} selection={selection} />;
  return (
    <>
      <DataList
        label={t`Partners`}
        list={list}
        columns={usePartnerColumns(columns, mayManage ? box : undefined)}
        keyOf={(partner) => partner.id}
        onOpen={(partner) => void navigate({ to: '/console/partners/$partnerId', params: { partnerId: partner.id } })}
        onActive={setCurrent}
        tools={tools}
        empty={empty}
      />
      {mayManage && list.data !== undefined && list.data.length > 0 && <BulkBar selection={selection} />}
    </>
  );
}

function useSelectionKeys(current: ListedPartner | null, { toggle, extendTo }: Selection): void {
  const { t } = useLingui();
  useActions(
    useMemo(() => {
      if (current === null) return [];
      return [
        { id: 'select', label: t`Select, or no longer`, keys: 'x', run: () => toggle(current.id) },
        { id: 'select-to', label: t`Select up to here`, keys: 'shift+x', run: () => extendTo(current.id) },
      ];
    }, [t, current, toggle, extendTo]),
  );
}
