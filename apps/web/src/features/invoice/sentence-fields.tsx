import { Button, Fieldset, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { newSentence, type InvoicingValues } from './invoicing-values.ts';

interface SentencesProps {
  readonly form: {
    readonly key: (path: string) => string;
    readonly getInputProps: (path: string) => object;
    readonly getValues: () => InvoicingValues;
    readonly insertListItem: (path: 'notes', item: InvoicingValues['notes'][number]) => void;
    readonly removeListItem: (path: 'notes', index: number) => void;
  };
  readonly disabled: boolean;
}

/** As many as the server takes. */
const MOST = 40;

/** Sentences printed between companies of the same country, each with the days it holds and where it comes from. */
export function SentencesFields({ form, disabled }: SentencesProps) {
  const { t } = useLingui();
  const { notes } = form.getValues();
  return (
    <Fieldset legend={t`Sentences between companies of the same country`} disabled={disabled} maw={640}>
      <Stack gap="md">
        <Text c="dimmed">
          <Trans>Printed on what is issued on a day they hold, in the language of the document.</Trans>
        </Text>
        {notes.map(({ key }, index) => (
          <SentenceFields
            key={key}
            number={index + 1}
            form={form}
            disabled={disabled}
            onRemove={() => form.removeListItem('notes', index)}
          />
        ))}
        {!disabled && notes.length < MOST && (
          <Group>
            <Button variant="default" onClick={() => form.insertListItem('notes', newSentence())}>
              <Trans>Add a sentence</Trans>
            </Button>
          </Group>
        )}
      </Stack>
    </Fieldset>
  );
}

interface SentenceProps extends SentencesProps {
  readonly number: number;
  readonly onRemove: () => void;
}

function SentenceFields({ form, number, disabled, onRemove }: SentenceProps) {
  const { t } = useLingui();
  const field = (name: string) => {
    const path = `notes.${number - 1}.${name}`;
    return { fieldKey: form.key(path), props: form.getInputProps(path) };
  };
  const [code, fr, en, from, to, source] = ['code', 'fr', 'en', 'validFrom', 'validTo', 'source'].map(field);
  return (
    <Fieldset legend={t`Sentence ${number}`} variant="filled">
      <Stack gap="sm">
        <Textarea label={t`In French`} autosize minRows={1} maxRows={6} key={fr?.fieldKey} {...fr?.props} />
        <Textarea label={t`In English`} autosize minRows={1} maxRows={6} key={en?.fieldKey} {...en?.props} />
        <Group grow align="flex-start">
          <TextInput type="date" label={t`From this day on`} key={from?.fieldKey} {...from?.props} />
          <TextInput type="date" label={t`To, included (empty: no end)`} key={to?.fieldKey} {...to?.props} />
        </Group>
        <TextInput
          label={t`Where it comes from`}
          description={t`Such as Code de commerce, art. L. 441-10`}
          key={source?.fieldKey}
          {...source?.props}
        />
        <TextInput
          label={t`Code of its subject`}
          description={t`Three capitals of UNTDID 4451: PMT costs of recovery, PMD late payment, AAB discount, AAI anything else`}
          maw={320}
          key={code?.fieldKey}
          {...code?.props}
        />
        {!disabled && (
          <Group>
            <Button variant="subtle" color="red" onClick={onRemove}>
              {t`Remove sentence ${number}`}
            </Button>
          </Group>
        )}
      </Stack>
    </Fieldset>
  );
}
