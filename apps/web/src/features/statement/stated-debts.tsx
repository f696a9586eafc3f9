import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { ItemOf } from '../../lib/api/queries.ts';
import { DescriptionList } from '../../ui/description-list.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { LocalDate, Money } from '../../ui/values.tsx';

type Stated = Pick<ItemOf<'listStatements'>, 'debts' | 'currency' | 'number' | 'closing'>;
type Debt = Stated['debts'][number];

/** Under a balance of a closed month: what is owed beside it under payment plans, which opens to more. */
export function StatedDebts({ statement }: { statement: Stated }) {
  const [isOpen, setOpen] = useState(false);
  const { debts, currency } = statement;
  if (debts.length === 0) return null;
  const owed = <Money amount={debts.reduce((sum, { closing }) => sum + closing, 0)} currency={currency} />;
  return (
    <>
      <Anchor component="button" type="button" size="xs" display="block" ml="auto" ta="right" onClick={() => setOpen(true)}>
        <Trans>{owed} owed under a plan</Trans>
      </Anchor>
      {isOpen && <StatedDebtsDrawer statement={statement} onClose={() => setOpen(false)} />}
    </>
  );
}

function StatedDebtsDrawer({ statement, onClose }: { statement: Stated; onClose: () => void }) {
  const { t } = useLingui();
  const { debts, currency, number, closing } = statement;
  const below = Math.max(-closing.payable, 0);
  const under = debts.reduce((sum, debt) => sum + debt.closing, 0);
  return (
    <SideDrawer title={t`Debts on statement ${number}`} onClose={onClose} size="md">
      <Stack gap="lg">
        <Text>
          <Trans>
            At the end of the month <Money amount={below + under} currency={currency} /> were owed:{' '}
            <Money amount={under} currency={currency} /> under a payment plan, <Money amount={below} currency={currency} /> on the
            balance.
          </Trans>
        </Text>
        {debts.map((debt) => (
          <section key={debt.planId}>
            <Title order={2} size="h4" mb="xs">
              <Trans>
                Plan of <LocalDate date={debt.agreedOn} />
              </Trans>
            </Title>
            <PlanLines debt={debt} currency={currency} />
          </section>
        ))}
      </Stack>
    </SideDrawer>
  );
}

function PlanLines({ debt, currency }: { debt: Debt; currency: string }) {
  const { t } = useLingui();
  const money = (amount: number) => <Money amount={amount} currency={currency} />;
  const moved = (amount: number) => (amount === 0 ? null : money(amount));
  const { next, percent } = debt;
  return (
    <DescriptionList
      width={170}
      lines={[
        [t`At the start`, money(debt.opening)],
        [t`Put under the plan`, moved(debt.planned)],
        [t({ message: 'Kept back', context: 'debt' }), moved(debt.keptBack)],
        [t`Paid by the partner`, moved(debt.paid)],
        [t({ message: 'Waived', context: 'debt' }), moved(debt.waived)],
        [t`Back on the balance`, moved(debt.returned)],
        [t`At the end`, money(debt.closing)],
        [t`Due, and not paid back`, moved(debt.due)],
        [t`Kept back of each payout`, percent === null || next === null ? null : `${percent}%`],
        [t`Next instalment`, next === null ? null : <Next key="next" next={next} currency={currency} />],
      ]}
    />
  );
}

function Next({ next: { dueOn, amount }, currency }: { next: NonNullable<Debt['next']>; currency: string }) {
  return (
    <Trans>
      <Money amount={amount} currency={currency} />, by <LocalDate date={dueOn} />
    </Trans>
  );
}
