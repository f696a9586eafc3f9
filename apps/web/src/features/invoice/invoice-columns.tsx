import { Anchor } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { formatDate } from '@cordee/core/time';
import { useLanguage } from '../../lib/use-language.ts';
import type { Column } from '../../ui/data-list.tsx';
import { Status } from '../../ui/status.tsx';
import { Money } from '../../ui/values.tsx';
import type { Invoice } from './invoice.queries.ts';
import { ownStateWords, shortTypeWords, stateTones, stateWords } from './invoice-words.ts';

/** Documents in a list; a partner does not need its own name. */
export function useInvoiceColumns(isOwn: boolean): Column<Invoice>[] {
  const { t } = useLingui();
  const language = useLanguage();
  const to = isOwn ? '/portal/invoices/$invoiceId' : '/console/invoices/$invoiceId';
  const words = isOwn ? ownStateWords : stateWords;
  const columns: Column<Invoice>[] = [
    {
      id: 'number',
      header: t`Number`,
      cell: ({ id, number }) => (
        <Anchor component={Link} to={to} params={{ invoiceId: id } as never} className="figure">
          {number}
        </Anchor>
      ),
    },
    { id: 'type', header: t`Document`, cell: ({ type }) => t(shortTypeWords[type]) },
    { id: 'partner', header: t`Partner`, cell: ({ partnerName }) => partnerName },
    { id: 'state', header: t`State`, cell: ({ state }) => <Status tone={stateTones[state]}>{t(words[state])}</Status> },
    { id: 'on', header: t`Issued on`, cell: ({ issuedOn }) => formatDate(issuedOn, language) },
    {
      id: 'gross',
      header: t`With VAT`,
      align: 'end',
      cell: ({ type, gross, currency }) => <Money amount={type === '261' ? -gross : gross} currency={currency} />,
    },
  ];
  return isOwn ? columns.filter(({ id }) => id !== 'partner') : columns;
}
