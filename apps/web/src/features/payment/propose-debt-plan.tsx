import { Text, Textarea, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { refresh } from '../../lib/api/queries.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { useToday } from '../../ui/period-fields.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';
import { type DebtPlanValues, fieldOf, initialOf, termsOf } from './debt-plan-form.ts';
import { DebtRules, DebtWays } from './debt-terms-fields.tsx';
import { debtsTouched, type Debt, type DebtSide } from './debt.queries.ts';
import { spreadDebt } from './spread-debt.ts';
import { sentAmount, typedAmount } from './typed-amount.ts';
import { useInstalments } from './use-instalments.ts';

interface ProposeDebtPlanProps {
  readonly debt: Pick<Debt, 'partnerId' | 'partnerName' | 'currency' | 'owed' | 'underPlan'>;
  readonly side: DebtSide;
  readonly onClose: () => void;
  readonly onProposed: (planId: string) => void;
}

/** Proposes to the other side how a debt is paid back. */
export function ProposeDebtPlan({ debt, side, onClose, onProposed }: ProposeDebtPlanProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const client = useQueryClient();
  const today = useToday();
  const { partnerId, partnerName, currency } = debt;
  const rows = useInstalments({ currency, language, today });
  const state = useContractForm({
    route: 'proposeDebtPlan',
    schema: async () => (await import('@cordee/contract/debt')).debtRoutes.proposeDebtPlan.body,
    initial: initialOf(typedAmount(debt.owed + debt.underPlan, currency, language), today),
    toInput: (values: DebtPlanValues) => {
      const amount = sentAmount(values.amount, currency, language);
      const instalments = values.kind === 'own' ? rows.sent() : spreadDebt(amount, values.months, values.firstOn);
      return { body: { partnerId, currency, amount, reason: values.reason, terms: { ...termsOf(values, instalments) } } };
    },
    fieldOf: (path): string => fieldOf(path, form.getValues().kind),
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
        <DebtWays form={form} rows={rows} currency={currency} />
        <DebtRules form={form} />
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
