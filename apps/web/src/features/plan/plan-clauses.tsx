import { Group, Select, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ClauseList } from './clause-list.tsx';
import { useLanguageChoice } from './language-choice.tsx';
import { holdingOf, planQuery } from './plan.queries.ts';
import { versionWords } from './plan-words.ts';

const route = getRouteApi('/console/plans/$planId/');

/** The clauses of a version, as both sides sign them. */
export function PlanClauses() {
  const { t } = useLingui();
  const { planId } = route.useParams();
  const { version: wanted } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: plan } = useQuery(planQuery(planId));
  const { languages, control } = useLanguageChoice();
  if (plan === undefined) return null;
  const version = plan.versions.find(({ number }) => number === wanted) ?? holdingOf(plan);
  if (version === undefined) return null;
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Select
          aria-label={t`Version`}
          allowDeselect={false}
          w={240}
          value={String(version.number)}
          onChange={(value) => void navigate({ search: { version: Number(value) }, replace: true })}
          data={plan.versions.toReversed().map(({ number, state }) => ({
            value: String(number),
            label: t`Version ${number} · ${t(versionWords[state])}`,
          }))}
        />
        {control}
      </Group>
      {version.state === 'draft' && <Trans>This version is a draft: nobody else sees it before it is published.</Trans>}
      <ClauseList clauses={version.clauses} languages={languages} />
    </Stack>
  );
}
