import { NumberInput, SegmentedControl, Select, Stack, Text, TextInput, useMatches } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useLanguage } from '../../lib/use-language.ts';
import { useToday } from '../../ui/period-fields.tsx';
import { LocalDate, Money } from '../../ui/values.tsx';
import { OwnInstalments } from './own-instalments.tsx';
import type { DebtPlanForm, DebtPlanValues } from './debt-plan-form.ts';
import { spreadDebt } from './spread-debt.ts';
import { sentAmount } from './typed-amount.ts';
import { leftToSpread, type useInstalments } from './use-instalments.ts';

interface DebtWaysProps {
  readonly form: DebtPlanForm;
  readonly rows: ReturnType<typeof useInstalments>;
  readonly currency: string;
}

/** Equal parts by the month, own amounts by own days, or a share of each payout. */
export function DebtWays({ form, rows, currency }: DebtWaysProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const [shown, setShown] = useState(() => form.getValues());
  const orientation = useMatches<'vertical' | 'horizontal'>({ base: 'vertical', xs: 'horizontal' });
  for (const field of ['amount', 'months', 'firstOn'] as const)
    form.watch(field, ({ value }) => setShown((now) => ({ ...now, [field]: value })));
  const amount = sentAmount(shown.amount, currency, language);
  const total = Number.isSafeInteger(amount) ? amount : 0;
  form.watch('kind', ({ value }) => {
    setShown((now) => ({ ...now, kind: value }));
    // Nobody begins with an empty list.
    if (value === 'own' && rows.parts.length === 0) rows.add(total);
  });
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label={t`How it is paid back`}
        fullWidth
        orientation={orientation}
        data={[
          { value: 'monthly', label: t`Every month` },
          { value: 'own', label: t`Own amounts` },
          { value: 'share', label: t`A share of each payout` },
        ]}
        key={form.key('kind')}
        {...form.getInputProps('kind')}
      />
      {shown.kind === 'monthly' && <Months form={form} currency={currency} shown={shown} amount={amount} />}
      {shown.kind === 'own' && (
        <OwnInstalments
          rows={rows}
          errors={form.errors}
          onTyped={form.clearFieldError}
          currency={currency}
          total={total}
          left={Number.isSafeInteger(amount) ? leftToSpread(amount, rows.parts, { currency, language, today }) : null}
        />
      )}
      {shown.kind === 'share' && <Share form={form} />}
    </Stack>
  );
}

interface MonthsProps {
  readonly form: DebtPlanForm;
  readonly currency: string;
  readonly shown: DebtPlanValues;
  readonly amount: number;
}

/** The parts as they will be. */
function Months({ form, currency, shown, amount }: MonthsProps) {
  const { t } = useLingui();
  const instalments = shown.firstOn === '' ? [] : spreadDebt(amount, shown.months, shown.firstOn);
  return (
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
  );
}

function Share({ form }: { form: DebtPlanForm }) {
  const { t } = useLingui();
  return (
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
  );
}

/** What happens when an instalment is missed, and at the end. */
export function DebtRules({ form }: { form: DebtPlanForm }) {
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
