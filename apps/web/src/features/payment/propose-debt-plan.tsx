import { NumberInput, SegmentedControl, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { shiftMonths } from '@cordee/core/time';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refresh } from '../../lib/api/queries.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { useToday } from '../../ui/period-fields.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';
import { LocalDate, Money } from '../../ui/values.tsx';
import { debtsTouched, type Debt, type DebtSide } from './debt.queries.ts';
import { spreadDebt } from './spread-debt.ts';
import { sentAmount, typedAmount } from './typed-amount.ts';

interface ProposeDebtPlanProps {
  readonly debt: Pick<Debt, 'partnerId' | 'partnerName' | 'currency' | 'owed' | 'underPlan'>;
  readonly side: DebtSide;
  readonly onClose: () => void;
  readonly onProposed: (planId: string) => void;
}

const initialOf = (amount: string, today: string) => ({
  amount,
  kind: 'dated' as 'dated' | 'share',
  months: 3,
  firstOn: shiftMonths(today, 1),
  percent: 30,
  until: shiftMonths(today, 6),
  graceDays: 10,
  breaksAfter: 2,
  onLeaving: 'falls_due' as 'falls_due' | 'goes_on',
  reason: '',
});
type Values = ReturnType<typeof initialOf>;

/** Proposes to the other side how a debt is paid back. */
export function ProposeDebtPlan({ debt, side, onClose, onProposed }: ProposeDebtPlanProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const client = useQueryClient();
  const today = useToday();
  const { partnerId, partnerName, currency } = debt;
  const state = useContractForm({
    route: 'proposeDebtPlan',
    schema: async () => (await import('@cordee/contract/debt')).debtRoutes.proposeDebtPlan.body,
    initial: initialOf(typedAmount(debt.owed + debt.underPlan, currency, language), today),
    toInput: (values: Values) => {
      const amount = sentAmount(values.amount, currency, language);
      return { body: { partnerId, currency, amount, reason: values.reason, terms: termsOf(values, amount) } };
    },
    fieldOf: (path) => (path.startsWith('terms.instalments') ? 'months' : path.replace(/^terms\.?/, '') || 'firstOn'),
    onDone: async ({ id }) => {
      await refresh(client, ...debtsTouched);
      toast(side === 'company' ? t`Proposed: ${partnerName} is written to.` : t`Proposed: the company is written to.`);
      onProposed(id);
    },
  });
  const { form } = state;
  return (
    <SideDrawer title={t`Propose a payment plan`} onClose={onClose} size="md">
      <ContractForm state={state} verb={t`Propose`}>
        <Text>
          <Trans>
            Nothing moves before the other side agrees. From then on the debt is under the plan, and no longer made up for by all
            that is earned.
          </Trans>
        </Text>
        <TextInput
          label={t`Amount (${currency})`}
          description={t`All of the debt, or a part of it.`}
          inputMode="decimal"
          autoComplete="off"
          key={form.key('amount')}
          {...form.getInputProps('amount')}
        />
        <Ways form={form} currency={currency} />
        <Rules form={form} />
        <Textarea
          label={t`Why`}
          description={t`The other side reads it.`}
          autosize
          minRows={2}
          maxRows={8}
          key={form.key('reason')}
          {...form.getInputProps('reason')}
        />
      </ContractForm>
    </SideDrawer>
  );
}

/** What happens when an instalment is missed, and at the end. */
function Rules({ form }: { form: Form }) {
  const { t } = useLingui();
  return (
    <>
      <NumberInput
        label={t`Days of grace`}
        description={t`After so many days an instalment that is still open is missed.`}
        min={0}
        max={90}
        key={form.key('graceDays')}
        {...form.getInputProps('graceDays')}
      />
      <NumberInput
        label={t`Missed instalments that break the plan`}
        min={1}
        max={12}
        key={form.key('breaksAfter')}
        {...form.getInputProps('breaksAfter')}
      />
      <Select
        label={t`When the partnership ends`}
        allowDeselect={false}
        data={[
          { value: 'falls_due', label: t`What is left falls due at once` },
          { value: 'goes_on', label: t`The plan goes on` },
        ]}
        key={form.key('onLeaving')}
        {...form.getInputProps('onLeaving')}
      />
    </>
  );
}

function termsOf({ kind, months, firstOn, percent, until, graceDays, breaksAfter, onLeaving }: Values, amount: number) {
  const rules = { graceDays, breaksAfter, onLeaving };
  if (kind === 'share') return { kind, percent, until, ...rules };
  return { kind, instalments: spreadDebt(amount, months, firstOn), ...rules };
}

type Form = ReturnType<typeof useContractForm<'proposeDebtPlan', Values>>['form'];

/** Amounts by their days, shown as they will be, or a share of each payout. */
function Ways({ form, currency }: { form: Form; currency: string }) {
  const { t } = useLingui();
  const language = useLanguage();
  const [shown, setShown] = useState(() => form.getValues());
  for (const field of ['amount', 'kind', 'months', 'firstOn'] as const)
    form.watch(field, ({ value }) => setShown((now) => ({ ...now, [field]: value })));
  const amount = sentAmount(shown.amount, currency, language);
  const instalments = typeof amount === 'number' && shown.firstOn !== '' ? spreadDebt(amount, shown.months, shown.firstOn) : [];
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label={t`How it is paid back`}
        data={[
          { value: 'dated', label: t`Every month` },
          { value: 'share', label: t`A share of each payout` },
        ]}
        key={form.key('kind')}
        {...form.getInputProps('kind')}
      />
      {shown.kind === 'dated' ? (
        <>
          <NumberInput label={t`Months`} min={1} max={120} key={form.key('months')} {...form.getInputProps('months')} />
          <TextInput type="date" label={t`First on`} key={form.key('firstOn')} {...form.getInputProps('firstOn')} />
          <Stack component="ul" gap={2} m={0} pl="md" aria-label={t`Instalments`}>
            {instalments.slice(0, 12).map(({ dueOn, amount: part }) => (
              <li key={dueOn}>
                <LocalDate date={dueOn} />: <Money amount={part} currency={currency} />
              </li>
            ))}
          </Stack>
          {instalments.length > 12 && (
            <Text size="sm" c="dimmed">
              <Trans>And {instalments.length - 12} more.</Trans>
            </Text>
          )}
        </>
      ) : (
        <>
          <NumberInput
            label={t`Percent of each payout`}
            min={1}
            max={100}
            key={form.key('percent')}
            {...form.getInputProps('percent')}
          />
          <TextInput
            type="date"
            label={t`All of it by`}
            description={t`What is left on this day falls due.`}
            key={form.key('until')}
            {...form.getInputProps('until')}
          />
        </>
      )}
    </Stack>
  );
}
