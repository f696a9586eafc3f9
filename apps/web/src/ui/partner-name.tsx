import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queryOf } from '../lib/api/queries.ts';

/** A partner by its name, which leads to its page; for the console. */
export function PartnerName({ id }: { id: string }) {
  // The list shows ids until names are there; they change seldom, and one answer serves all rows.
  const { data } = useQuery({ ...queryOf('getPartner', { params: { id } }), staleTime: 5 * 60_000 });
  return (
    <Anchor c="inherit" renderRoot={(props) => <Link to="/console/partners/$partnerId" params={{ partnerId: id }} {...props} />}>
      {data?.name ?? '…'}
    </Anchor>
  );
}
