import { Anchor, Badge, Group } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCountryName } from '../../lib/use-country-name.ts';
import type { Column } from '../../ui/data-list.tsx';
import { Status } from '../../ui/status.tsx';
import { Instant } from '../../ui/values.tsx';
import { Earned } from './earned.tsx';
import { kindWords } from './kind-words.ts';
import { columnWords } from './list-words.ts';
import type { ColumnId } from './partner-columns.ts';
import { programsQuery, type ListedPartner } from './partner.queries.ts';
import { stageTones, stageWords } from './stage-words.ts';

type Cell = (partner: ListedPartner) => ReactNode;
const FIGURES: readonly ColumnId[] = ['earned', 'lastActivity', 'since'];

/** The name, and the columns asked for. */
export function usePartnerColumns(shown: readonly ColumnId[], before?: Cell): Column<ListedPartner>[] {
  const { t } = useLingui();
  const cells = useCells(shown.includes('programs'));
  return [
    {
      id: 'name',
      header: t`Name`,
      cell: (partner) => (
        <Group gap="sm" wrap="nowrap">
          {before?.(partner)}
          <PartnerLink partner={partner} />
        </Group>
      ),
    },
    ...shown.map((id) => ({
      id,
      header: t(columnWords[id]),
      cell: cells[id],
      ...(FIGURES.includes(id) ? { align: 'end' as const } : {}),
    })),
  ];
}

function useCells(withPrograms: boolean): Readonly<Record<ColumnId, Cell>> {
  const { t } = useLingui();
  const countryName = useCountryName();
  const { data } = useQuery({ ...programsQuery, enabled: withPrograms });
  const names = new Map(data?.items.map(({ id, name }) => [id, name]));
  return {
    kind: ({ kind }) => t(kindWords[kind]),
    stage: ({ stage, archivedAt }) => {
      if (archivedAt !== null) return <Status tone="calm">{t`Archived`}</Status>;
      return stage !== null && <Status tone={stageTones[stage]}>{t(stageWords[stage])}</Status>;
    },
    tags: ({ tags }) => tags.length > 0 && <Tags tags={tags} />,
    country: ({ country }) => countryName(country),
    programs: ({ enrollments }) => enrollments.map(({ id, programId }) => <div key={id}>{names.get(programId)}</div>),
    earned: ({ balances }) => <Earned balances={balances} />,
    lastActivity: ({ lastActivityAt }) => lastActivityAt !== null && <Instant at={lastActivityAt} show="day" />,
    email: ({ email }) => email,
    reference: ({ externalId }) => externalId,
    since: ({ createdAt }) => <Instant at={createdAt} show="day" />,
  };
}

export function PartnerLink({ partner: { id, name } }: { partner: Pick<ListedPartner, 'id' | 'name'> }) {
  return (
    <Anchor
      fw={500}
      c="inherit"
      renderRoot={(props) => <Link to="/console/partners/$partnerId" params={{ partnerId: id }} {...props} />}
    >
      {name}
    </Anchor>
  );
}

/** The company's own words on a partner. */
export function Tags({ tags }: { tags: readonly string[] }) {
  return (
    <Group gap={4} component="span">
      {tags.map((tag) => (
        <Badge key={tag} variant="default" tt="none" fw={400} radius="sm" component="span">
          {tag}
        </Badge>
      ))}
    </Group>
  );
}
