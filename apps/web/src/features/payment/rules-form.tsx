import { NumberInput, Switch, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import type { AnswerOf } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { toast } from '../../ui/toast.ts';
import { Money } from '../../ui/values.tsx';

type Rules = AnswerOf<'getPaymentRules'>;

/** The rules of paying: an owner sets them, others read them. */
export function RulesForm({ rules }: { rules: Rules }) {
  return chosenMembership()?.role === 'owner' ? <Editable rules={rules} /> : <Read rules={rules} />;
}

function Read({ rules: { minimumAmount, coolingHours, fourEyes } }: { rules: Rules }) {
  return (
    <Text>
      <Trans>
        From <Money amount={minimumAmount} currency="EUR" /> on; a changed account after {coolingHours} hours.
      </Trans>{' '}
      {fourEyes ? (
        <Trans>Whoever enters or makes something does not approve it.</Trans>
      ) : (
        <Trans>One person may enter and approve.</Trans>
      )}
    </Text>
  );
}

function Editable({ rules }: { rules: Rules }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const state = useContractForm({
    route: 'setPaymentRules',
    schema: async () => (await import('@cordee/contract/bank-account')).bankAccountRoutes.setPaymentRules.body,
    initial: { ...rules },
    toInput: ({ minimumAmount, coolingHours, fourEyes }) => ({
      body: { minimumAmount, coolingHours, fourEyes },
    }),
    onDone: async () => {
      await refresh(client, 'getPaymentRules', 'listPayoutCandidates');
      toast(t`The rules are kept.`);
    },
  });
  const { form } = state;
  return (
    <ContractForm state={state} verb={t`Keep the rules`}>
      <NumberInput
        label={t`Least amount, in cents`}
        description={t`Less than this waits for more.`}
        min={0}
        allowDecimal={false}
        key={form.key('minimumAmount')}
        {...form.getInputProps('minimumAmount')}
      />
      <NumberInput
        label={t`Hours before a changed account is paid to`}
        min={0}
        max={720}
        allowDecimal={false}
        key={form.key('coolingHours')}
        {...form.getInputProps('coolingHours')}
      />
      <Switch
        label={t`Whoever enters an account or makes a batch does not approve it`}
        key={form.key('fourEyes')}
        {...form.getInputProps('fourEyes', { type: 'checkbox' })}
      />
    </ContractForm>
  );
}
