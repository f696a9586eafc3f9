import { NumberInput, Switch, Text, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnswerOf } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { toast } from '../../ui/toast.ts';
import { Money } from '../../ui/values.tsx';
import { LeastAmountRows } from './least-amount-rows.tsx';
import { sentAmounts, typedAmounts } from './least-amounts.ts';

type Rules = AnswerOf<'getPaymentRules'>;

/** The rules of paying: an owner sets them, others read them. */
export function RulesForm({ rules }: { rules: Rules }) {
  return chosenMembership()?.role === 'owner' ? <Editable rules={rules} /> : <Read rules={rules} />;
}

function Read({ rules: { minimumAmount, minimums, coolingHours, fourEyes, paymentDay } }: { rules: Rules }) {
  return (
    <Text>
      <Trans>
        From <Money amount={minimumAmount} currency="EUR" /> on; a changed account after {coolingHours} hours.
      </Trans>{' '}
      {fourEyes ? (
        <Trans>Whoever enters or makes something does not approve it.</Trans>
      ) : (
        <Trans>One person may enter and approve.</Trans>
      )}{' '}
      {minimums.map(({ currency, amount }) => (
        <span key={currency}>
          <Trans>
            From <Money amount={amount} currency={currency} /> on.
          </Trans>{' '}
        </span>
      ))}
      {paymentDay !== null && <Trans>Paid on day {paymentDay} of the month.</Trans>}
    </Text>
  );
}

function Editable({ rules }: { rules: Rules }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const language = useLanguage();
  const [least, setLeast] = useState(() => typedAmounts(rules.minimums, language));
  const state = useContractForm({
    route: 'setPaymentRules',
    schema: async () => (await import('@cordee/contract/bank-account')).bankAccountRoutes.setPaymentRules.body,
    initial: { ...rules, paymentDay: rules.paymentDay ?? '', wiseHeader: rules.wiseHeader ?? '' },
    toInput: (values) => ({ body: bodyOf(values, sentAmounts(least, language)) }),
    fieldOf: (path) => path.replace(/^minimums\[(\d+)\]/, 'minimums.$1'),
    onDone: async () => {
      await refresh(client, 'getPaymentRules', 'listPayoutCandidates');
      toast(t`The rules are kept.`);
    },
  });
  const { form } = state;
  return (
    <ContractForm state={state} verb={t`Keep the rules`}>
      <NumberInput
        label={t`Least amount in euro, in cents`}
        description={t`Less than this waits for more.`}
        min={0}
        allowDecimal={false}
        key={form.key('minimumAmount')}
        {...form.getInputProps('minimumAmount')}
      />
      <LeastAmountRows rows={least} onChange={setLeast} faultOf={(place) => textOf(form.errors[`minimums.${place}`])} />
      <NumberInput
        label={t`Hours before a changed account is paid to`}
        min={0}
        max={720}
        allowDecimal={false}
        key={form.key('coolingHours')}
        {...form.getInputProps('coolingHours')}
      />
      <NumberInput
        label={t`Day of the month on which you pay`}
        description={t`Partners are told of it. In shorter months it is the last day; where banks do not settle, the next one on which they do.`}
        min={1}
        max={31}
        allowDecimal={false}
        key={form.key('paymentDay')}
        {...form.getInputProps('paymentDay')}
      />
      <Textarea
        label={t`Header of your template for Wise`}
        description={t`The first line of the template you downloaded from Wise. Empty: the usual one, for accounts with an IBAN.`}
        autosize
        minRows={2}
        spellCheck={false}
        key={form.key('wiseHeader')}
        {...form.getInputProps('wiseHeader')}
      />
      <Switch
        label={t`Whoever enters an account or makes a batch does not approve it`}
        key={form.key('fourEyes')}
        {...form.getInputProps('fourEyes', { type: 'checkbox' })}
      />
    </ContractForm>
  );
}

interface Typed extends Omit<Rules, 'paymentDay' | 'wiseHeader'> {
  readonly paymentDay: number | string;
  readonly wiseHeader: string;
}

function bodyOf({ minimumAmount, coolingHours, fourEyes, paymentDay, wiseHeader }: Typed, minimums: Rules['minimums']) {
  return {
    minimumAmount,
    coolingHours,
    fourEyes,
    minimums,
    paymentDay: typeof paymentDay === 'number' ? paymentDay : null,
    wiseHeader: wiseHeader.trim() === '' ? null : wiseHeader,
  };
}

function textOf(told: unknown): string | null {
  return typeof told === 'string' ? told : null;
}
