import { Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Column } from '../../ui/data-list.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Status } from '../../ui/status.tsx';
import { Instant, LocalDate, Money } from '../../ui/values.tsx';
import { WhyLink } from '../../ui/why-link.tsx';
import { instalmentTones, instalmentWords, movementWords } from './debt-words.ts';
import type { DebtPlan, DebtSide } from './debt.queries.ts';

type Instalment = DebtPlan['instalments'][number];
type Movement = DebtPlan['movements'][number];

/** What is due by when, and how much of it was paid back. */
export function DebtInstalments({ plan: { instalments, currency } }: { plan: Pick<DebtPlan, 'instalments' | 'currency'> }) {
  const { t } = useLingui();
  const columns = useInstalmentColumns(currency);
  return <Sheet label={t`Instalments`} rows={instalments} columns={columns} keyOf={({ dueOn }) => dueOn} />;
}

/** Everything that moved by the plan; for the company each with its why. */
export function DebtMovements({ plan: { movements, currency }, side }: { plan: DebtPlan; side: DebtSide }) {
  const { t } = useLingui();
  const columns = useMovementColumns(currency, side);
  return <Sheet label={t`What moved`} rows={movements} columns={columns} keyOf={({ factId }) => factId} />;
}

function useInstalmentColumns(currency: string): Column<Instalment>[] {
  const { t } = useLingui();
  return [
    { id: 'day', header: t`Due on`, cell: ({ dueOn }) => <LocalDate date={dueOn} /> },
    {
      id: 'state',
      header: t`State`,
      cell: ({ state }) => <Status tone={instalmentTones[state]}>{t(instalmentWords[state])}</Status>,
    },
    {
      id: 'amount',
      header: t`Amount`,
      align: 'end',
      cell: ({ amount, covered, state }) => (
        <>
          <Money amount={amount} currency={currency} />
          {covered > 0 && state !== 'covered' && (
            <Text size="xs" c="dimmed">
              <Trans>
                <Money amount={covered} currency={currency} /> paid back
              </Trans>
            </Text>
          )}
        </>
      ),
    },
  ];
}

function useMovementColumns(currency: string, side: DebtSide): Column<Movement>[] {
  const { t } = useLingui();
  return [
    {
      id: 'at',
      header: t({ message: 'On', context: 'debt' }),
      cell: ({ at, paidOn }) => (paidOn === null ? <Instant at={at} show="day" /> : <LocalDate date={paidOn} />),
    },
    {
      id: 'what',
      header: t`What`,
      cell: ({ kind, reference, factId }) => (
        <>
          {side === 'company' ? <WhyLink factId={factId}>{t(movementWords[kind])}</WhyLink> : t(movementWords[kind])}
          {reference !== null && (
            <Text size="xs" c="dimmed">
              {reference}
            </Text>
          )}
        </>
      ),
    },
    { id: 'amount', header: t`Amount`, align: 'end', cell: ({ amount }) => <Money amount={amount} currency={currency} /> },
  ];
}
