import { TextInput } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { targetDayFrom } from '@cordee/core/payment';
import { shiftDate } from '@cordee/core/time';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { useToday } from '../../ui/period-fields.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { Money } from '../../ui/values.tsx';
import type { Candidate, Way } from './payment.queries.ts';
import { railWords } from './payment-words.ts';

interface MakeBatchProps {
  readonly way: Way;
  readonly chosen: readonly Candidate[] | null;
  readonly onClose: () => void;
}

/** Takes what is payable into a batch: of those chosen, or with null of all who can be paid. */
export function MakeBatch({ way, chosen, onClose }: MakeBatchProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const navigate = useNavigate();
  const today = useToday();
  const { rail, currency } = way;
  const isByBank = rail === 'sepa';
  const state = useContractForm({
    route: 'createPayoutBatch',
    schema: async () => (await import('@cordee/contract/payout-batch')).payoutBatchRoutes.createPayoutBatch.body,
    initial: { executionDate: isByBank ? targetDayFrom(shiftDate(today, 1)) : today, remittance: t`Commissions` },
    toInput: (values) => ({
      body: { ...way, ...values, ...(chosen === null ? {} : { partnerIds: chosen.map(({ partnerId }) => partnerId) }) },
    }),
    onDone: async ({ id }) => {
      await refresh(client, 'listPayoutCandidates', 'listPayoutBatches', 'getHome');
      await navigate({ to: '/console/payments/batches/$batchId', params: { batchId: id } });
    },
  });
  const { form } = state;
  return (
    <SideDrawer title={t`Make a batch`} onClose={onClose} size="md">
      <ContractForm state={state} verb={t`Make the batch`}>
        <p>
          {chosen === null ? (
            <Trans>
              The whole payable balance of everybody who can be paid is taken into it. Somebody else then approves it.
            </Trans>
          ) : (
            <>
              <Plural
                value={chosen.length}
                one="The whole payable balance of # partner is taken into it:"
                other="The whole payable balance of # partners is taken into it:"
              />{' '}
              <Money amount={chosen.reduce((sum, { amount }) => sum + amount, 0)} currency={currency} />.{' '}
              <Trans>Somebody else then approves it.</Trans>
            </>
          )}
        </p>
        <p>
          <Trans>
            Way to pay: {t(railWords[rail])}, {currency}
          </Trans>
        </p>
        <TextInput
          type="date"
          label={t`Day of the transfers`}
          description={isByBank ? t`A day on which banks settle euros.` : t`The day on which you mean to pay.`}
          min={today}
          data-autofocus
          key={form.key('executionDate')}
          {...form.getInputProps('executionDate')}
        />
        <TextInput
          label={t`What partners read on their statement`}
          maxLength={100}
          key={form.key('remittance')}
          {...form.getInputProps('remittance')}
        />
      </ContractForm>
    </SideDrawer>
  );
}
