import { Select } from '@mantine/core';
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';

interface StateFilterProps<State extends string> {
  readonly states: readonly State[];
  readonly words: Readonly<Record<State, MessageDescriptor>>;
  /** All of them when undefined. */
  readonly value: State | undefined;
  readonly onChange: (value: string | null) => void;
}

/** Leaves of a list what stands in one state. */
export function StateFilter<State extends string>({ states, words, value, onChange }: StateFilterProps<State>) {
  const { t } = useLingui();
  return (
    <Select
      aria-label={t`State`}
      placeholder={t`Every state`}
      clearable
      clearButtonProps={{ 'aria-label': t`Every state` }}
      data={states.map((state) => ({ value: state, label: t(words[state]) }))}
      value={value ?? null}
      onChange={onChange}
    />
  );
}
