import { Anchor, NumberInput, Select, Switch, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { toast } from '../../ui/toast.ts';
import { mayDecide } from './may-decide.ts';
import type { Policy } from './tax.queries.ts';
import { holdWords, policyWords } from './tax-words.ts';

/** How tax details are looked after: owners and finance set it, others read it. */
export function PolicyForm({ policy }: { policy: Policy }) {
  return mayDecide() ? <Editable policy={policy} /> : <Read policy={policy} />;
}

function Read({ policy: { checksVat, freshDays, uncheckedVat, payoutsHold } }: { policy: Policy }) {
  const { t } = useLingui();
  const lines = [
    [t`Ask VIES about VAT numbers, and again each month`, checksVat ? t`yes` : t`no`],
    [t`Before an invoice, ask VIES again when its answer is older than (days)`, freshDays === null ? t`no` : String(freshDays)],
    [t`The document, while nobody could check the number`, t(policyWords[uncheckedVat])],
    [t`Payouts leave out`, t(holdWords[payoutsHold])],
  ];
  return lines.map(([label, value]) => (
    <Text key={label}>
      <Trans>
        {label}: {value}
      </Trans>
    </Text>
  ));
}

function Editable({ policy }: { policy: Policy }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const state = useContractForm({
    route: 'setTaxPolicy',
    schema: async () => (await import('@cordee/contract/tax')).taxRoutes.setTaxPolicy.body,
    initial: { ...policy, freshDays: policy.freshDays ?? '' },
    toInput: ({ uncheckedVat, checksVat, freshDays, payoutsHold }) => ({
      body: {
        uncheckedVat,
        checksVat,
        freshDays: typeof freshDays === 'number' ? freshDays : null,
        payoutsHold,
      },
    }),
    onDone: async () => {
      await refresh(client, 'getTaxPolicy', 'getPartnerTax', 'listPayoutCandidates');
      toast(t`The policy is kept.`);
    },
  });
  const { form } = state;
  return (
    <ContractForm state={state} verb={t`Keep the policy`}>
      <Text>
        <Trans>Your own VAT number, which VIES and reverse charge want, is written under</Trans>{' '}
        <Anchor underline="always" renderRoot={(props) => <Link to="/console/settings/company" {...props} />}>
          <Trans>Settings › Company</Trans>
        </Anchor>
      </Text>
      <Switch
        label={t`Ask VIES about VAT numbers, and again each month`}
        description={t`The numbers are sent to the European Commission.`}
        key={form.key('checksVat')}
        {...form.getInputProps('checksVat', { type: 'checkbox' })}
      />
      <NumberInput
        label={t`Before an invoice, ask VIES again when its answer is older than (days)`}
        description={t`Empty: it is not asked again for that. Where nobody can say, the choice below decides.`}
        min={1}
        max={365}
        allowDecimal={false}
        key={form.key('freshDays')}
        {...form.getInputProps('freshDays')}
      />
      <Select
        label={t`The document, while nobody could check the number`}
        allowDeselect={false}
        data={Object.entries(policyWords).map(([value, word]) => ({ value, label: t(word) }))}
        key={form.key('uncheckedVat')}
        {...form.getInputProps('uncheckedVat')}
      />
      <Select
        label={t`Payouts leave out`}
        description={t`Commissions accrue in any case.`}
        allowDeselect={false}
        data={Object.entries(holdWords).map(([value, word]) => ({ value, label: t(word) }))}
        key={form.key('payoutsHold')}
        {...form.getInputProps('payoutsHold')}
      />
    </ContractForm>
  );
}
