import { Skeleton, Stack, Text, Title } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { portalView } from '../../lib/portal-view.ts';
import { DescriptionList } from '../../ui/description-list.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { Status } from '../../ui/status.tsx';
import { Instant, Money } from '../../ui/values.tsx';
import { DebtPlanSteps } from './debt-plan-steps.tsx';
import { DebtInstalments, DebtMovements } from './debt-plan-tables.tsx';
import { planTones, planWords } from './debt-words.ts';
import { debtPlanQuery, type DebtPlan, type DebtSide } from './debt.queries.ts';
import { mayPay } from './may-pay.ts';

/** One plan: what is owed by when, what moved, and what the reader's side may do about it. */
export function DebtPlanDrawer({ id, side, onClose }: { id: string; side: DebtSide; onClose: () => void }) {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(debtPlanQuery(id));
  const mayAct = side === 'partner' ? portalView() === null : mayPay();
  return (
    <SideDrawer title={t`Payment plan`} onClose={onClose} size="lg">
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={240} />}
      {data !== undefined && (
        <Stack gap="lg">
          <Facts plan={data} side={side} />
          {mayAct && <DebtPlanSteps plan={data} side={side} />}
          <section>
            <Title order={2} size="h4" mb="xs">
              <Trans>Instalments</Trans>
            </Title>
            <DebtInstalments plan={data} />
          </section>
          {data.movements.length > 0 && (
            <section>
              <Title order={2} size="h4" mb="xs">
                <Trans>What moved</Trans>
              </Title>
              <DebtMovements plan={data} side={side} />
            </section>
          )}
        </Stack>
      )}
    </SideDrawer>
  );
}

function Facts({ plan, side }: { plan: DebtPlan; side: DebtSide }) {
  const { t } = useLingui();
  const { currency, state, terms, reason, partnerName } = plan;
  const money = (amount: number) => (amount === 0 ? null : <Money amount={amount} currency={currency} />);
  return (
    <Stack gap="sm">
      <Status tone={planTones[state]}>{t(planWords[state])}</Status>
      <DescriptionList
        width={140}
        lines={[
          [t`Partner`, side === 'company' ? partnerName : null],
          [t`Amount`, money(plan.planned === 0 ? plan.amount : plan.planned)],
          [t`Still owed`, money(plan.owed)],
          [t`Due by today`, money(plan.due)],
          [t({ message: 'Kept back', context: 'debt' }), money(plan.keptBack)],
          [t`Paid`, money(plan.paid)],
          [t({ message: 'Waived', context: 'debt' }), money(plan.waived)],
          [t`Back on the balance`, money(plan.returned)],
          [t`Way`, terms.kind === 'share' ? t`${terms.percent}% of each payout is kept back` : t`Amounts by their days`],
          [t`Why`, reason],
          [t`Proposed`, <ProposedBy key="proposed" plan={plan} side={side} />],
          [t`Ended because`, plan.endReason === null ? null : <EndReason key="ended" reason={plan.endReason} />],
        ]}
      />
      <Text size="sm" c="dimmed">
        <Rules terms={terms} />
      </Text>
    </Stack>
  );
}

function ProposedBy({ plan: { proposedBy, proposedAt }, side }: { plan: DebtPlan; side: DebtSide }) {
  const at = <Instant at={proposedAt} show="day" />;
  if (proposedBy === side) return <Trans>by your side, on {at}</Trans>;
  return proposedBy === 'company' ? <Trans>by the company, on {at}</Trans> : <Trans>by the partner, on {at}</Trans>;
}

/** What the clock ended it for, or the words of whoever did. */
function EndReason({ reason }: { reason: string | null }) {
  if (reason === 'missed') return <Trans>Instalments were missed.</Trans>;
  if (reason === 'partnership_ended') return <Trans>The partnership ended.</Trans>;
  return reason;
}

function Rules({ terms: { graceDays, breaksAfter, onLeaving } }: Pick<DebtPlan, 'terms'>) {
  return (
    <>
      <Plural
        value={graceDays}
        _0="An instalment is missed when its day has passed."
        one="An instalment is missed when it is more than # day late."
        other="An instalment is missed when it is more than # days late."
      />{' '}
      <Plural
        value={breaksAfter}
        one="The first one missed breaks the plan: what is left is then owed at once."
        other="# missed at a time break the plan: what is left is then owed at once."
      />{' '}
      {onLeaving === 'falls_due' ? (
        <Trans>When the partnership ends, what is left falls due at once.</Trans>
      ) : (
        <Trans>When the partnership ends, the plan goes on.</Trans>
      )}
    </>
  );
}
