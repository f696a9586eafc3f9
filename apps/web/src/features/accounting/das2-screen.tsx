import { Alert, Anchor, Group, Select, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { pagesOf, queryOf } from '../../lib/api/queries.ts';
import { CsvButton } from '../../ui/csv-button.tsx';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Figure, Figures } from '../../ui/figures.tsx';
import { useToday } from '../../ui/period-fields.tsx';
import { Status } from '../../ui/status.tsx';
import { Count, Money } from '../../ui/values.tsx';
import type { Beneficiary, Das2 } from './ask-books.ts';
import { missingWords } from './books-words.ts';

const declared = ['declared', 'incomplete', 'all'] as const;
type Who = (typeof declared)[number];

const route = getRouteApi('/console/books/$part');
/** The declaration is asked about for some years. */
const YEARS = 6;

/** What was paid in a calendar year, who is declared, and what they lack. */
export function Das2Screen() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const thisYear = Number(useToday().slice(0, 4));
  // Until summer people declare the year before.
  const year = Number.isInteger(search.year) ? (search.year ?? thisYear) : thisYear;
  const who = declared.find((known) => known === search.who) ?? 'declared';
  const list = useInfiniteQuery(pagesOf('getDas2', { params: { year }, query: { who, limit: 100 } }));
  const { data } = useQuery(queryOf('getDas2', { params: { year }, query: { who: 'declared', limit: 1 } }));
  const columns = useColumns(year);
  const words: Readonly<Record<Who, string>> = {
    declared: t`Above the threshold`,
    incomplete: t`Declared, lacking something`,
    all: t`Everybody who was paid`,
  };
  return (
    <Stack gap="md" mt="md">
      <Text maw={680}>
        <Trans>
          Commissions are declared by what arrived at each partner in the calendar year, VAT included, private persons and
          partners abroad too.
        </Trans>
      </Text>
      <Group align="flex-end">
        <Select
          label={t`Year`}
          allowDeselect={false}
          w={110}
          data={Array.from({ length: YEARS }, (_, back) => String(thisYear - back))}
          value={String(year)}
          onChange={(value) => void navigate({ search: { who, year: Number(value) }, replace: true })}
        />
        <Select
          label={t`Partners`}
          allowDeselect={false}
          data={declared.map((value) => ({ value, label: words[value] }))}
          value={who}
          onChange={(value) => void navigate({ search: { year, who: value ?? 'declared' }, replace: true })}
        />
        {data !== undefined && <Downloads das2={data} />}
      </Group>
      {data !== undefined && <Summary das2={data} />}
      <DataList
        label={words[who]}
        list={list}
        columns={columns}
        keyOf={({ partnerId }) => partnerId}
        empty={
          <EmptyState title={who === 'incomplete' ? t`Nothing is missing` : t`Nobody`}>
            {who === 'declared' && <Trans>Nobody was paid more than the threshold in this year.</Trans>}
          </EmptyState>
        }
      />
    </Stack>
  );
}

function Downloads({ das2: { year } }: { das2: Das2 }) {
  const { t } = useLingui();
  const input = (format: 'csv' | 'das2') => ({ params: { year }, query: { format } });
  return (
    <Group gap="xs">
      <CsvButton route="getDas2" input={input('das2')} name={`DAS2_${year}.txt`} type="text/plain">
        {t`File to declare`}
      </CsvButton>
      <CsvButton route="getDas2" input={input('csv')} name={`das2-${year}.csv`}>
        {t`CSV`}
      </CsvButton>
    </Group>
  );
}

function Summary({
  das2: { threshold, declared: count, declaredAmount, incomplete, isOver, problem, companyKnown },
}: {
  das2: Das2;
}) {
  const { t } = useLingui();
  return (
    <>
      {problem !== null && (
        <Alert color="red" variant="outline" role="alert">
          {problem}
        </Alert>
      )}
      {!companyKnown && (
        <Text>
          <Trans>Before it can be declared:</Trans>{' '}
          <Anchor
            underline="always"
            renderRoot={(props) => <Link to="/console/books/$part" params={{ part: 'company' }} {...props} />}
          >
            <Trans>say who the company is</Trans>
          </Anchor>
        </Text>
      )}
      <Figures label={t`The declaration`}>
        <Figure label={t`Declared partners`} note={isOver ? undefined : t`the year is not over`}>
          <Count of={count} />
        </Figure>
        <Figure label={t`Amount declared`} note={t`whole euros, each rounded`}>
          <Money amount={declaredAmount * 100} currency="EUR" />
        </Figure>
        <Figure label={t`Lacking something`}>
          <Count of={incomplete} />
        </Figure>
        <Figure label={t`Threshold`} note={threshold.source}>
          <Money amount={threshold.amount} currency="EUR" />
        </Figure>
      </Figures>
    </>
  );
}

function useColumns(year: number): Column<Beneficiary>[] {
  const { t } = useLingui();
  return [
    {
      id: 'partner',
      header: t`Partner`,
      cell: ({ partnerId, name }) => (
        <Anchor fw={500} renderRoot={(props) => <Link to="/console/partners/$partnerId/tax" params={{ partnerId }} {...props} />}>
          {name}
        </Anchor>
      ),
    },
    { id: 'siret', header: t`SIRET`, cell: ({ siret }) => <span className="figure">{siret}</span> },
    {
      id: 'address',
      header: t`Address`,
      cell: ({ address, country }) =>
        [address?.street, [address?.postCode, address?.town].filter(Boolean).join(' '), country].filter(Boolean).join(', '),
    },
    { id: 'paid', header: t`Paid`, align: 'end', cell: ({ paid }) => <Money amount={paid} currency="EUR" /> },
    { id: 'state', header: t`Declaration`, cell: (one) => <Lacks beneficiary={one} /> },
    {
      id: 'file',
      header: t`Yearly statement`,
      align: 'end',
      cell: ({ partnerId, name }) => (
        <CsvButton
          route="getYearSummary"
          input={{ params: { year }, query: { partnerId, format: 'pdf' } }}
          name={`${year}-${partnerId}.pdf`}
          type="application/pdf"
          says={t`PDF of ${name}`}
        >
          {t`PDF`}
        </CsvButton>
      ),
    },
  ];
}

function Lacks({ beneficiary: { isDeclared, missing } }: { beneficiary: Beneficiary }) {
  const { t } = useLingui();
  if (!isDeclared) return <Status tone="calm">{t`below the threshold`}</Status>;
  if (missing.length === 0) return <Status tone="good">{t`complete`}</Status>;
  const lacks = missing.map((datum) => t(missingWords[datum])).join(', ');
  return <Status tone="bad">{t`lacks: ${lacks}`}</Status>;
}
