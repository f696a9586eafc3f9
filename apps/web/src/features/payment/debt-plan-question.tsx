import { Stack, Textarea, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { useToday } from '../../ui/period-fields.tsx';
import { toast } from '../../ui/toast.ts';
import { debtsTouched, type DebtPlan, type DebtSide } from './debt.queries.ts';
import { sentAmount, typedAmount } from './typed-amount.ts';

export type DebtStep = 'agree' | 'decline' | 'withdraw' | 'pay' | 'waive' | 'approve_waiver' | 'refuse_waiver' | 'end';

type Field = 'amount' | 'paidOn' | 'reference' | 'reason';

/** What each step asks for before it is taken. */
const asksFor: Readonly<Record<DebtStep, readonly Field[]>> = {
  agree: [],
  decline: ['reason'],
  withdraw: [],
  pay: ['amount', 'paidOn', 'reference'],
  waive: ['amount', 'reason'],
  approve_waiver: [],
  refuse_waiver: ['reason'],
  end: ['reason'],
};

interface DebtPlanQuestionProps {
  readonly plan: DebtPlan;
  readonly step: DebtStep;
  readonly side: DebtSide;
  readonly onClose: () => void;
}

/** Asks before a plan is brought a step further. */
export function DebtPlanQuestion({ plan, step, side, onClose }: DebtPlanQuestionProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const client = useQueryClient();
  const today = useToday();
  const { id, currency } = plan;
  const usual = step === 'pay' && plan.due > 0 ? plan.due : plan.owed;
  const [typed, setTyped] = useState({
    amount: typedAmount(usual, currency, language),
    paidOn: today,
    reference: '',
    reason: '',
  });
  const { title, verb, what, said } = useWords(side)[step];
  const confirm = async () => {
    const amount = sentAmount(typed.amount, currency, language);
    await act(id, step, { ...typed, amount });
    await refresh(client, ...debtsTouched);
    toast(said);
  };
  const fields = asksFor[step];
  const labels = { amount: t`Amount (${currency})`, paidOn: t`Paid on`, reference: t`Reference`, reason: t`Reason` };
  const set = (field: Field) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    setTyped((now) => ({ ...now, [field]: value }));
  };
  return (
    <Confirm
      title={title}
      verb={verb}
      dangerous={step === 'end'}
      disabled={fields.some((field) => typed[field].trim() === '')}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Stack gap="sm">
        <span>{what}</span>
        {fields.map((field) => {
          const given = { label: labels[field], required: true, value: typed[field], onChange: set(field) };
          if (field === 'reason') return <Textarea key={field} autosize minRows={2} maxRows={8} maxLength={1000} {...given} />;
          if (field === 'paidOn') return <TextInput key={field} type="date" max={today} {...given} />;
          return <TextInput key={field} maxLength={140} inputMode={field === 'amount' ? 'decimal' : 'text'} {...given} />;
        })}
      </Stack>
    </Confirm>
  );
}

function act(id: string, step: DebtStep, typed: { amount: number; paidOn: string; reference: string; reason: string }) {
  const params = { id };
  const { amount, paidOn, reference, reason } = typed;
  switch (step) {
    case 'agree':
      return call('agreeToDebtPlan', { params });
    case 'decline':
      return call('declineDebtPlan', { params, body: { reason } });
    case 'withdraw':
      return call('withdrawDebtPlan', { params });
    case 'pay':
      return call('recordDebtPayment', { params, body: { amount, paidOn, reference } }, { idempotencyKey: crypto.randomUUID() });
    case 'waive':
      return call('askDebtWaiver', { params, body: { amount, reason } }, { idempotencyKey: crypto.randomUUID() });
    case 'approve_waiver':
      return call('approveDebtWaiver', { params });
    case 'refuse_waiver':
      return call('refuseDebtWaiver', { params, body: { reason } });
    case 'end':
      return call('endDebtPlan', { params, body: { reason } });
    default:
      return step satisfies never;
  }
}

interface Words {
  readonly title: string;
  readonly verb: string;
  readonly what: string;
  readonly said: string;
}

function useWords(side: DebtSide): Readonly<Record<DebtStep, Words>> {
  const { t } = useLingui();
  return {
    agree: {
      title: t`Agree to this plan?`,
      verb: t`Agree`,
      what:
        side === 'partner'
          ? t`The debt moves from your balance to the plan at once. What is due by its days is kept back from what you are paid.`
          : t`The debt moves from the balance to the plan at once. What is due by its days is kept back from payouts.`,
      said: t`Agreed: the plan runs.`,
    },
    decline: {
      title: t`Decline this plan?`,
      verb: t({ message: 'Decline', context: 'debt' }),
      what: t`The debt stays on the balance. You can also propose otherwise instead.`,
      said: t`Declined.`,
    },
    withdraw: {
      title: t`Withdraw this plan?`,
      verb: t({ message: 'Withdraw', context: 'debt' }),
      what: t`The debt stays on the balance.`,
      said: t`Withdrawn.`,
    },
    pay: {
      title: t`What did the partner pay?`,
      verb: t`Record the payment`,
      what: t`For money that arrived on your account. It covers the earliest instalments first, and cannot be undone.`,
      said: t`Recorded.`,
    },
    waive: {
      title: t`Waive a part of the debt?`,
      verb: t`Ask for the waiver`,
      what: t`Somebody else approves it. The plan is then shorter by that much, from its end.`,
      said: t`Asked: somebody else approves it.`,
    },
    approve_waiver: {
      title: t`Approve this waiver?`,
      verb: t`Approve`,
      what: t`The company gives up this part of the debt. This cannot be undone.`,
      said: t`Waived.`,
    },
    refuse_waiver: {
      title: t`Refuse this waiver?`,
      verb: t`Refuse`,
      what: t`Nothing changes in the debt.`,
      said: t`Refused.`,
    },
    end: {
      title: t`End this plan?`,
      verb: t`End the plan`,
      what: t`What is left goes back on the balance, and is made up for by all that is earned from then on.`,
      said: t`Ended: what is left is back on the balance.`,
    },
  };
}
