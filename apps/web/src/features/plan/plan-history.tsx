import { Anchor, Group, Select, Stack, Table, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Status } from '../../ui/status.tsx';
import { Instant } from '../../ui/values.tsx';
import { ClauseChanges } from './clause-changes.tsx';
import { useLanguageChoice } from './language-choice.tsx';
import { planQuery, type Plan, type PlanVersion } from './plan.queries.ts';
import { versionTones, versionWords } from './plan-words.ts';

const route = getRouteApi('/console/plans/$planId/versions');

/** All versions of a plan, and what changed from one to another. */
export function PlanHistory() {
  const { planId } = route.useParams();
  const { data: plan } = useQuery(planQuery(planId));
  if (plan === undefined) return null;
  return (
    <Stack gap="xl">
      <Versions plan={plan} />
      {plan.versions.length > 1 ? (
        <Comparison plan={plan} />
      ) : (
        <p>
          <Trans>There is one version: nothing to compare yet.</Trans>
        </p>
      )}
    </Stack>
  );
}

function Versions({ plan }: { plan: Plan }) {
  const { t } = useLingui();
  return (
    <Table.ScrollContainer minWidth={520} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table aria-label={t`Versions`}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t`Version`}</Table.Th>
            <Table.Th scope="col">{t`State`}</Table.Th>
            <Table.Th scope="col">{t`Written`}</Table.Th>
            <Table.Th scope="col">{t`Published`}</Table.Th>
            <Table.Th scope="col">{t`In effect from`}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {plan.versions.toReversed().map((version) => (
            <Table.Tr key={version.id}>
              <Table.Td>
                <Anchor
                  fw={500}
                  renderRoot={(props) => (
                    <Link
                      to="/console/plans/$planId"
                      params={{ planId: plan.id }}
                      search={{ version: version.number }}
                      {...props}
                    />
                  )}
                >
                  <Trans>Version {version.number}</Trans>
                </Anchor>
              </Table.Td>
              <Table.Td>
                <Status tone={versionTones[version.state]}>{t(versionWords[version.state])}</Status>
              </Table.Td>
              <Table.Td>
                <Instant at={version.createdAt} show="day" />
              </Table.Td>
              <Table.Td>{version.publishedAt !== null && <Instant at={version.publishedAt} show="day" />}</Table.Td>
              <Table.Td>{version.effectiveAt !== null && <Instant at={version.effectiveAt} />}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Comparison({ plan }: { plan: Plan }) {
  const { t } = useLingui();
  const { from, to } = route.useSearch();
  const navigate = route.useNavigate();
  const { languages, control } = useLanguageChoice('own');
  const [last, beforeLast] = plan.versions.toReversed();
  const find = (number: number | undefined, otherwise: PlanVersion | undefined) =>
    plan.versions.find((version) => version.number === number) ?? otherwise;
  const before = find(from, beforeLast);
  const after = find(to, last);
  if (before === undefined || after === undefined) return null;
  const options = plan.versions.map(({ number, state }) => ({
    value: String(number),
    label: t`Version ${number} · ${t(versionWords[state])}`,
  }));
  const show = (search: { from: number; to: number }) => void navigate({ search, replace: true, resetScroll: false });
  return (
    <section>
      <Title order={2} mb="sm">
        <Trans>What changed</Trans>
      </Title>
      <Group gap="sm" mb="md" align="flex-end">
        <Select
          label={t({ message: 'From', context: 'version' })}
          allowDeselect={false}
          data={options}
          value={String(before.number)}
          onChange={(value) => show({ from: Number(value), to: after.number })}
        />
        <Select
          label={t({ message: 'To', context: 'version' })}
          allowDeselect={false}
          data={options}
          value={String(after.number)}
          onChange={(value) => show({ from: before.number, to: Number(value) })}
        />
        {control}
      </Group>
      {after.effectiveAt !== null && (
        <p>
          <Trans>
            Version {after.number} holds from <Instant at={after.effectiveAt} />. What was earned before keeps its terms.
          </Trans>
        </p>
      )}
      <Stack gap="xl">
        {languages.map((language) => (
          <ClauseChanges key={language} before={before.clauses} after={after.clauses} language={language} />
        ))}
      </Stack>
    </section>
  );
}
