import { Anchor } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { Link as RouterLink } from '@tanstack/react-router';
import { CopyButton } from '../../ui/copy-button.tsx';
import type { Column } from '../../ui/data-list.tsx';
import { CodeState } from './code-state.tsx';
import type { Link } from './link.queries.ts';
import { usePrograms } from './use-programs.ts';

/** Columns of a list of links: those of whoever looks, or of the partner a member looks at. */
export function useLinkColumns(partnerId?: string): Column<Link>[] {
  const { t } = useLingui();
  const { several, nameOf } = usePrograms(partnerId);
  const program: Column<Link>[] = several
    ? [{ id: 'program', header: t`Program`, width: '16%', cell: ({ enrollmentId }) => nameOf(enrollmentId) }]
    : [];
  return [
    {
      id: 'code',
      header: t`Link`,
      cell: ({ id, url }) => (
        <Anchor component={RouterLink} to="." search={((now: object) => ({ ...now, link: id })) as never} resetScroll={false}>
          {url.replace(/^https?:\/\//, '')}
        </Anchor>
      ),
    },
    {
      id: 'to',
      header: t`Leads to`,
      cell: ({ destinationUrl }) => destinationUrl?.replace(/^https?:\/\//, '') ?? t`The page of the program`,
    },
    ...program,
    { id: 'sub', header: t`Sub-id`, width: '12%', cell: ({ subId }) => subId },
    { id: 'state', header: t`State`, width: '12%', cell: ({ endedAt }) => <CodeState endedAt={endedAt} /> },
    {
      id: 'copy',
      header: t`Copy`,
      align: 'end',
      width: '84px',
      cell: ({ endedAt, url, code }) => (endedAt === null ? <CopyButton value={url} what={code} /> : null),
    },
  ];
}
