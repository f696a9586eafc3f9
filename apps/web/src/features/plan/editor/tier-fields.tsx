import { Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { RewardRule, Tiers, TierStep } from '@cordee/core/plan';
import { measureWords, periodWords, tierWords } from './choice-words.ts';
import classes from './editor.module.css';
import { AmountField, ChoiceField, CountField, FaultHere, RateField } from './fields.tsx';
import { AddButton, RemoveButton, Row } from './part.tsx';
import { usePlanEditing } from './plan-editing.tsx';
import { useOptions } from './use-options.ts';

interface TierFieldsProps {
  readonly index: number;
  readonly rule: RewardRule;
  readonly tiers: Tiers;
}

/** The steps of a reward: from which volume on, how much, counted how. */
export function TierFields({ index, rule, tiers }: TierFieldsProps) {
  const { t } = useLingui();
  const { write } = usePlanEditing();
  const at = ['rules', index, 'tiers'] as const;
  const modes = useOptions(tierWords).filter(({ value }) => value !== 'retroactive' || rule.reward.kind === 'percent');
  const { steps } = tiers;
  const add = () => {
    const last = steps.at(-1) ?? { from: 0 };
    const from = typeof last.from === 'number' ? Math.max(last.from * 2, last.from + 1) : 1;
    write([...at, 'steps'], [...steps, { ...last, from }], true);
  };
  return (
    <Stack gap="sm" className={classes['group'] ?? ''}>
      <Row>
        <ChoiceField at={[...at, 'measure']} label={t`Volume`} data={useOptions(measureWords)} w={220} />
        <ChoiceField at={[...at, 'period']} label={t`counted`} data={useOptions(periodWords)} w={180} />
      </Row>
      <ChoiceField at={[...at, 'mode']} label={t`How a step counts`} data={modes} w="100%" />
      <FaultHere at={`rules[${index}].tiers.steps`} />
      {steps.map((step, place) => (
        <StepFields
          key={place}
          index={index}
          place={place}
          rule={rule}
          step={step}
          measure={tiers.measure}
          onRemove={place === 0 ? undefined : () => write([...at, 'steps'], steps.toSpliced(place, 1), true)}
        />
      ))}
      <AddButton onClick={add}>
        <Trans>Add a step</Trans>
      </AddButton>
    </Stack>
  );
}

interface StepFieldsProps {
  readonly index: number;
  readonly place: number;
  readonly rule: RewardRule;
  readonly step: TierStep;
  readonly measure: Tiers['measure'];
  readonly onRemove: (() => void) | undefined;
}

function StepFields({ index, place, rule, measure, onRemove }: StepFieldsProps) {
  const { t } = useLingui();
  const { write, faultAt } = usePlanEditing();
  const at = ['rules', index, 'tiers', 'steps', place] as const;
  const From = measure === 'revenue' ? AmountField : CountField;
  const name = rule.reward.kind === 'percent' ? 'rate' : 'amount';
  // The first step is the rule's own reward: one field writes both, so that they never differ.
  const first = {
    onWrite: (value: unknown) => write(['rules', index], withFirst(rule, name, value)),
    error: faultAt(`rules[${index}].tiers.steps[0].${name}`) ?? faultAt(`rules[${index}].reward.${name}`),
  };
  const more = place === 0 ? first : {};
  const step = place + 1;
  return (
    <div>
      <Row>
        <From at={[...at, 'from']} label={t`Step ${step}, from`} />
        {name === 'rate' ? (
          <RateField at={[...at, 'rate']} label={t`Rate`} {...more} />
        ) : (
          <AmountField
            at={[...at, 'amount']}
            label={t`Amount`}
            unit={rule.reward.kind === 'percent' ? undefined : rule.reward.unit}
            {...more}
          />
        )}
        {onRemove !== undefined && <RemoveButton label={t`Remove step ${step}`} onClick={onRemove} />}
      </Row>
      <FaultHere at={`rules[${index}].tiers.steps[${place}]`} />
    </div>
  );
}

function withFirst(rule: RewardRule, name: 'rate' | 'amount', value: unknown): unknown {
  const { tiers } = rule;
  if (tiers === undefined) return rule;
  const steps = tiers.steps.map((step, place) => (place === 0 ? { ...step, [name]: value } : step));
  return { ...rule, reward: { ...rule.reward, [name]: value }, tiers: { ...tiers, steps } };
}
