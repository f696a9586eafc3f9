import { ActionIcon, Button, Fieldset, Group, NumberInput, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { BothLanguages } from './both-languages.tsx';
import { moved, withOption, type Form } from './item-changes.ts';

interface FormFieldsProps {
  readonly form: Form;
  readonly onChange: (form: Form) => void;
}

/** What belongs to the way a question is answered: its answers, the ends of its scale, its unit and range. */
export function FormFields({ form, onChange }: FormFieldsProps) {
  const { t } = useLingui();
  if (form.kind === 'single' || form.kind === 'multiple') return <Options form={form} onChange={onChange} />;
  if (form.kind === 'scale') {
    return (
      <Stack gap="xs">
        <BothLanguages label={t`Meaning of 1`} maxLength={120} value={form.low} onChange={(low) => onChange({ ...form, low })} />
        <BothLanguages
          label={t`Meaning of 5`}
          maxLength={120}
          value={form.high}
          onChange={(high) => onChange({ ...form, high })}
        />
      </Stack>
    );
  }
  return form.kind === 'number' ? <NumberFields form={form} onChange={onChange} /> : null;
}

type NumberForm = Extract<Form, { kind: 'number' }>;

function NumberFields({ form, onChange }: { form: NumberForm; onChange: (form: Form) => void }) {
  const { t } = useLingui();
  const field = (label: string, key: 'min' | 'max' | 'tolerance', description?: string) => (
    <NumberInput
      label={label}
      {...(description === undefined ? {} : { description })}
      style={{ minWidth: 110 }}
      min={-1e9}
      max={1e9}
      value={form[key]}
      onChange={(typed) => typeof typed === 'number' && onChange({ ...form, [key]: typed })}
    />
  );
  return (
    <Stack gap="xs">
      <BothLanguages
        label={t`Unit for several`}
        maxLength={40}
        value={form.unit}
        onChange={(unit) => onChange({ ...form, unit })}
      />
      <BothLanguages
        label={t`Unit for one`}
        maxLength={40}
        value={form.one ?? form.unit}
        onChange={(one) => onChange({ ...form, one })}
      />
      <Group align="end">
        {field(t`Least`, 'min')}
        {field(t`Most`, 'max')}
        {field(t`Tolerance`, 'tolerance')}
      </Group>
      <Text size="sm" c="dimmed">
        <Trans>Two answers that differ by the tolerance or more count as far apart as can be.</Trans>
      </Text>
    </Stack>
  );
}

type Choices = Extract<Form, { kind: 'single' | 'multiple' }>;

function Options({ form, onChange }: { form: Choices; onChange: (form: Form) => void }) {
  const { t } = useLingui();
  const { options } = form;
  const set = (next: Choices['options']) => onChange({ ...form, options: next });
  return (
    <Fieldset legend={t`Answers`}>
      <Stack gap="xs">
        {options.map((option, place) => {
          const number = place + 1;
          return (
            <Group key={option.key} align="end" wrap="nowrap" gap="xs">
              <div style={{ flex: 1 }}>
                <BothLanguages
                  label={t`Answer ${number}`}
                  maxLength={200}
                  value={option.text}
                  onChange={(text) => set(options.with(place, { ...option, text }))}
                />
              </div>
              <Steps
                name={t`answer ${number}`}
                isFirst={place === 0}
                isLast={number === options.length}
                onMove={(by) => set(moved(options, place, by))}
                onRemove={() => set(options.toSpliced(place, 1))}
              />
            </Group>
          );
        })}
        <Button
          variant="default"
          size="xs"
          style={{ alignSelf: 'start' }}
          disabled={options.length >= 30}
          onClick={() => onChange(withOption(form))}
        >
          <Trans>Add an answer</Trans>
        </Button>
        {form.kind === 'single' && (
          <Text size="sm" c="dimmed">
            <Trans>Where nearness counts, their order is the scale: neighbours are close.</Trans>
          </Text>
        )}
      </Stack>
    </Fieldset>
  );
}

interface StepsProps {
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** Up, down, out: by mouse and by keyboard alike. */
export function Steps({ name, isFirst, isLast, onMove, onRemove }: StepsProps) {
  const { t } = useLingui();
  return (
    <Group gap={2} wrap="nowrap">
      <ActionIcon variant="subtle" color="gray" disabled={isFirst} aria-label={t`Move ${name} up`} onClick={() => onMove(-1)}>
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" disabled={isLast} aria-label={t`Move ${name} down`} onClick={() => onMove(1)}>
        <IconArrowDown size={16} />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label={t`Leave out ${name}`} onClick={onRemove}>
        <IconX size={16} />
      </ActionIcon>
    </Group>
  );
}
