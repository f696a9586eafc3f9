import { Anchor, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../lib/api/call.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { useZone } from '../../lib/workspace.tsx';
import { Figure, Figures } from '../../ui/figures.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Instant, Money } from '../../ui/values.tsx';
import { funnelQuery } from './month.queries.ts';
import { programQuery } from './program.queries.ts';

const route = getRouteApi('/console/programs/$programId/');
type Program = AnswerOf<'getProgram'>;

/** Where a program stands: its plan, its partners, what it brought and cost this month. */
export function ProgramOverview() {
  const { programId } = route.useParams();
  const { data: program } = useQuery(programQuery(programId));
  if (program === undefined) return <Skeleton h={120} />;
  return (
    <Stack gap="xl">
      <PlanStanding program={program} />
      <Month program={program} />
      <Partners program={program} />
    </Stack>
  );
}

/** What is to be done about the plan, if anything. */
function PlanStanding({ program: { planId, inForce, announced, draft } }: { program: Program }) {
  const mayManage = ['owner', 'manager'].includes(chosenMembership()?.role ?? '');
  return (
    <Stack gap={6} align="flex-start" component="section">
      <Title order={2}>
        <Trans>The plan</Trans>
      </Title>
      {inForce === null ? (
        <Text>
          <Trans>No version is in force: nothing is earned yet.</Trans>
        </Text>
      ) : (
        <Text>
          <Trans>
            Version {inForce.number} is in force since <Instant at={inForce.effectiveAt} show="day" />.
          </Trans>
        </Text>
      )}
      {announced !== null && (
        <Text>
          <Trans>
            Version {announced.number} is announced: it takes effect on <Instant at={announced.effectiveAt} />.
          </Trans>
        </Text>
      )}
      {draft !== null && (
        <Text>
          <Trans>Version {draft} is being written: nobody else sees it before it is published.</Trans>
        </Text>
      )}
      <Group gap="xs" mt={4}>
        <Button variant="default" renderRoot={(props) => <Link to="/console/plans/$planId" params={{ planId }} {...props} />}>
          <Trans>Read the clauses</Trans>
        </Button>
        {mayManage && (
          <Button
            variant={inForce === null ? 'filled' : 'default'}
            renderRoot={(props) => <Link to="/console/plans/$planId/edit" params={{ planId }} {...props} />}
          >
            {draft === null ? <Trans>Write the next version</Trans> : <Trans>Go on with the draft</Trans>}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function Month({ program }: { program: Program }) {
  const { t } = useLingui();
  const zone = useZone();
  const { data, error, refetch } = useQuery(funnelQuery(zone, program.id));
  return (
    <Stack gap="sm" component="section">
      <Title order={2}>
        <Trans>This month</Trans>
      </Title>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={82} />}
      {data !== undefined && (
        <Figures label={t`This month`}>
          <Figure label={t`Clicks`} note={<Before count={data.before.clicks} />}>
            {data.current.clicks}
          </Figure>
          <Figure label={t`Leads`} note={<Before count={data.before.leads} />}>
            {data.current.leads}
          </Figure>
          <Figure label={t`Sales`} note={<Before count={data.before.sales} />}>
            {data.current.sales}
          </Figure>
          <Figure label={t`Sold`}>
            <Amounts money={data.current.money} of={({ amount, refunded }) => amount - refunded} />
          </Figure>
          <Figure label={t`Cost`} note={<Trans>Commissions, less what was taken back</Trans>}>
            <Amounts money={data.current.money} of={({ earned, reversed }) => earned - reversed} />
          </Figure>
        </Figures>
      )}
    </Stack>
  );
}

function Before({ count }: { count: number }) {
  return <Trans>{count} in as many days before</Trans>;
}

type Sums = AnswerOf<'getFunnel'>['current']['money'][number];

function Amounts({ money, of }: { money: readonly Sums[]; of: (sums: Sums) => number }) {
  if (money.length === 0) return '–';
  return money.map((sums) => <Money key={sums.currency} amount={of(sums)} currency={sums.currency} />);
}

function Partners({ program: { id, partners } }: { program: Program }) {
  const { t } = useLingui();
  return (
    <Stack gap="sm" component="section" align="stretch">
      <Title order={2}>
        <Trans>Partners</Trans>
      </Title>
      <Figures label={t`Partners`}>
        <Figure
          label={t({ message: 'Active', context: 'several' })}
          note={
            <Anchor
              renderRoot={(props) => <Link to="/console/programs/$programId/enrollments" params={{ programId: id }} {...props} />}
            >
              <Trans>All enrollments</Trans>
            </Anchor>
          }
        >
          {partners.active}
        </Figure>
        <Figure
          label={t`Waiting`}
          note={
            partners.pending > 0 && <Plural value={partners.pending} one="It needs your answer" other="They need your answer" />
          }
        >
          {partners.pending}
        </Figure>
        <Figure label={t({ message: 'Paused', context: 'several' })}>{partners.paused}</Figure>
        <Figure label={t({ message: 'Ended', context: 'several' })}>{partners.ended}</Figure>
      </Figures>
    </Stack>
  );
}
