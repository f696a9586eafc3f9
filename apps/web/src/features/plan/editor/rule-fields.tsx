import { Stack, Switch } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Reward, RewardEvent, RewardRule } from '@cordee/core/plan';
import { eventWords, measureWords, periodWords, rewardWords } from './choice-words.ts';
import { ConditionFields } from './condition-fields.tsx';
import classes from './editor.module.css';
import { AmountField, ChoiceField, CountField, FaultHere, RateField, TextField } from './fields.tsx';
import { newTiers, ruleOn, ruleWithReward } from './new-parts.ts';
import { Row } from './part.tsx';
import { usePlanEditing } from './plan-editing.tsx';
import { TierFields } from './tier-fields.tsx';
import { useOptions } from './use-options.ts';

interface RuleProps {
  readonly index: number;
  readonly rule: RewardRule;
}

/** All there is to say about one clause. */
export function RuleFields({ index, rule }: RuleProps) {
  const { t } = useLingui();
  const { write } = usePlanEditing();
  const at = ['rules', index] as const;
  return (
    <Stack gap="md">
      <FaultHere at={`rules[${index}]`} />
      <Row>
        <ChoiceField
          at={[...at, 'on']}
          label={t`What earns`}
          data={useOptions(eventWords)}
          onWrite={(on) => write(at, ruleOn(rule, on as RewardEvent), true)}
          w={220}
        />
        <TextField at={[...at, 'id']} label={t`Name of the rule`} description={t`Lower case; commissions cite it.`} w={220} />
      </Row>
      <RewardFields index={index} rule={rule} />
      {rule.on === 'milestone' ? (
        <MilestoneFields index={index} rule={rule} />
      ) : (
        <>
          <Steps index={index} rule={rule} />
          <Duration index={index} rule={rule} />
        </>
      )}
      <ConditionFields at={[...at, 'when']} />
    </Stack>
  );
}

function RewardFields({ index, rule }: RuleProps) {
  const { t } = useLingui();
  const { write } = usePlanEditing();
  const at = ['rules', index, 'reward'] as const;
  const { reward } = rule;
  const options = useOptions(rewardWords).filter(({ value }) => value === 'fixed' || value === reward.kind || rule.on === 'sale');
  return (
    <Row>
      <ChoiceField
        at={[...at, 'kind']}
        label={t`It pays`}
        data={options}
        onWrite={(kind) => write(['rules', index], ruleWithReward(rule, kind as Reward['kind']), true)}
        w={240}
      />
      {rule.tiers === undefined && reward.kind === 'percent' && <RateField at={[...at, 'rate']} label={t`Rate`} />}
      {rule.tiers === undefined && reward.kind !== 'percent' && (
        <AmountField at={[...at, 'amount']} label={t`Amount`} unit={reward.unit} />
      )}
      {reward.kind !== 'percent' && (
        <TextField at={[...at, 'unit']} label={t`In units`} description={t`Such as points; empty for money.`} optional w={180} />
      )}
    </Row>
  );
}

function MilestoneFields({ index }: RuleProps) {
  const { t } = useLingui();
  const { document } = usePlanEditing();
  const at = ['rules', index, 'milestone'] as const;
  const isMoney = document.rules[index]?.milestone?.measure === 'revenue';
  const Threshold = isMoney ? AmountField : CountField;
  return (
    <div className={classes['group']}>
      <Row>
        <ChoiceField at={[...at, 'measure']} label={t`Once this reaches`} data={useOptions(measureWords)} w={220} />
        <Threshold at={[...at, 'threshold']} label={t`the threshold`} />
        <ChoiceField at={[...at, 'period']} label={t`counted`} data={useOptions(periodWords)} w={180} />
      </Row>
      <FaultHere at={`rules[${index}].milestone`} />
    </div>
  );
}

function Steps({ index, rule }: RuleProps) {
  const { t } = useLingui();
  const { write, readOnly } = usePlanEditing();
  const at = ['rules', index, 'tiers'] as const;
  return (
    <Stack gap={6}>
      <Switch
        label={t`More with volume (steps)`}
        checked={rule.tiers !== undefined}
        disabled={readOnly}
        onChange={({ currentTarget }) => write(at, currentTarget.checked ? newTiers(rule) : undefined, true)}
      />
      {rule.tiers !== undefined && <TierFields index={index} rule={rule} tiers={rule.tiers} />}
    </Stack>
  );
}

/** For how long a customer pays. */
function Duration({ index, rule }: RuleProps) {
  const { t } = useLingui();
  const { write, readOnly } = usePlanEditing();
  const at = ['rules', index, 'duration'] as const;
  return (
    <Stack gap={6}>
      <Switch
        label={t`Only for a time for each customer`}
        checked={rule.duration !== undefined}
        disabled={readOnly}
        onChange={({ currentTarget }) => write(at, currentTarget.checked ? { months: 12 } : undefined, true)}
      />
      {rule.duration !== undefined && (
        <div className={classes['group']}>
          <Row>
            <CountField at={[...at, 'months']} label={t`Months`} optional />
            <CountField at={[...at, 'payments']} label={t`Payments`} optional />
          </Row>
          <FaultHere at={`rules[${index}].duration`} />
          <p className={classes['note']}>
            <Trans>Whichever ends first.</Trans>
          </p>
        </div>
      )}
    </Stack>
  );
}
