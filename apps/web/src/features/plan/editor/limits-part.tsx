import { Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { periodWords, scopeWords, uplineWords } from './choice-words.ts';
import { AmountField, ChoiceField, FaultHere, RateField } from './fields.tsx';
import { newCap, newLevel } from './new-parts.ts';
import { AddButton, Part, RemoveButton, Row } from './part.tsx';
import { usePlanEditing } from './plan-editing.tsx';
import { useOptions } from './use-options.ts';

const ALL = '';

/** Caps: how much at most, to whom, in which time. */
export function CapsPart() {
  const { t } = useLingui();
  const { document, write } = usePlanEditing();
  const scopes = useOptions(scopeWords);
  const periods = useOptions(periodWords);
  const { caps = [], rules } = document;
  const put = (next: typeof caps) => write(['caps'], next.length === 0 ? undefined : next, true);
  const clauses = [
    { value: ALL, label: t`All clauses` },
    ...rules.map(({ id }, index) => ({ value: id, label: `${index + 1}. ${id}` })),
  ].filter(({ value }, index, all) => all.findIndex((other) => other.value === value) === index);
  return (
    <Part title={<Trans>Caps</Trans>} note={<Trans>What goes beyond is not paid, and not carried over.</Trans>}>
      <FaultHere at="caps" />
      {caps.map((_, index) => {
        const number = index + 1;
        return (
          <Stack key={index} gap={2}>
            <Row>
              <ChoiceField at={['caps', index, 'scope']} label={t`Cap ${number}: to`} data={scopes} w={210} />
              <AmountField at={['caps', index, 'amount']} label={t`at most`} />
              <ChoiceField at={['caps', index, 'period']} label={t`counted`} data={periods} w={170} />
              <ChoiceField
                at={['caps', index, 'rule']}
                label={t`by`}
                fallback={ALL}
                data={clauses}
                onWrite={(rule) => write(['caps', index, 'rule'], rule === ALL ? undefined : rule, true)}
                w={180}
              />
              <RemoveButton label={t`Remove cap ${number}`} onClick={() => put(caps.toSpliced(index, 1))} />
            </Row>
            <FaultHere at={`caps[${index}]`} />
          </Stack>
        );
      })}
      <AddButton onClick={() => put([...caps, newCap(document)])}>
        <Trans>Add a cap</Trans>
      </AddButton>
    </Part>
  );
}

/** What those receive who brought the partner in. */
export function UplinePart() {
  const { t } = useLingui();
  const { document, write } = usePlanEditing();
  const bases = useOptions(uplineWords);
  const { upline = [] } = document;
  const put = (next: typeof upline) =>
    write(['upline'], next.length === 0 ? undefined : next.map((level, index) => ({ ...level, level: index + 1 })), true);
  return (
    <Part
      title={<Trans>Upline</Trans>}
      note={<Trans>Paid besides, to the partner who brought this one in, and to those above.</Trans>}
    >
      <FaultHere at="upline" />
      {upline.map((_, index) => {
        const level = index + 1;
        return (
          <Row key={index}>
            <RateField at={['upline', index, 'rate']} label={t`Level ${level}`} />
            <ChoiceField at={['upline', index, 'of']} label={t`of what`} data={bases} w={260} />
            <RemoveButton label={t`Remove level ${level}`} onClick={() => put(upline.toSpliced(index, 1))} />
            <FaultHere at={`upline[${index}].level`} />
          </Row>
        );
      })}
      <AddButton onClick={() => put([...upline, newLevel(document)])}>
        <Trans>Add a level</Trans>
      </AddButton>
    </Part>
  );
}
