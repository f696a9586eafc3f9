import { Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { auxiliariesQuery, mayKeepBooks, type Auxiliary } from './ask-books.ts';

const AuxiliaryDrawer = lazy(async () => ({ default: (await import('./auxiliary-drawer.tsx')).AuxiliaryDrawer }));
const route = getRouteApi('/console/books/$part');

/** The auxiliary account of each partner. */
export function AuxiliariesScreen() {
  const { t } = useLingui();
  const { search } = route.useSearch();
  const navigate = route.useNavigate();
  const [changing, setChanging] = useState<Auxiliary | null>(null);
  const list = useInfiniteQuery(auxiliariesQuery(search));
  const columns = useColumns();
  return (
    <Stack gap="md" mt="md">
      <Text maw={620}>
        <Trans>Accounts that are kept by partner have one of these below them. Use the codes your accountant knows.</Trans>
      </Text>
      <DataList
        label={t`Auxiliary accounts`}
        list={list}
        columns={columns}
        keyOf={({ partnerId }) => partnerId}
        {...(mayKeepBooks() ? { onOpen: setChanging } : {})}
        tools={
          <SearchField
            label={t`Search a partner or a number`}
            value={search ?? ''}
            onSearch={(text) => void navigate({ search: text === '' ? {} : { search: text }, replace: true })}
          />
        }
        empty={<EmptyState title={search === undefined ? t`No partner yet` : t`Nobody is called so`} />}
      />
      <Suspense>{changing !== null && <AuxiliaryDrawer auxiliary={changing} onClose={() => setChanging(null)} />}</Suspense>
    </Stack>
  );
}

function useColumns(): Column<Auxiliary>[] {
  const { t } = useLingui();
  return [
    { id: 'partner', header: t`Partner`, cell: ({ partnerName }) => partnerName },
    {
      id: 'number',
      header: t`Auxiliary account`,
      cell: (auxiliary) => <Number auxiliary={auxiliary} />,
    },
  ];
}

function Number({ auxiliary: { number } }: { auxiliary: Auxiliary }) {
  if (number !== null) return <span className="figure">{number}</span>;
  return (
    <Text c="dimmed">
      <Trans>given with the next file</Trans>
    </Text>
  );
}
