import { ActionIcon, Button, Fieldset, Group, Radio, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { asProblem } from '../../lib/api/problem.ts';
import { moved, type SignerDraft, type SigningDraft } from './signing-draft.ts';

interface SigningFieldsProps {
  readonly value: SigningDraft;
  readonly onChange: (value: SigningDraft) => void;
  /** What the server said of it. */
  readonly error: unknown;
}

/** Who signs, in which order, and until when. */
export function SigningFields({ value, onChange, error }: SigningFieldsProps) {
  const { signers, order } = value;
  const set = (key: number, change: Partial<SignerDraft>) =>
    onChange({ ...value, signers: signers.map((signer) => (signer.key === key ? { ...signer, ...change } : signer)) });
  const add = () => {
    const key = Math.max(0, ...signers.map((signer) => signer.key)) + 1;
    onChange({ ...value, signers: [...signers, { key, name: '', email: '', side: 'partner', language: 'fr' }] });
  };
  const faults = error === null ? [] : asProblem(error).fields;
  const faultAt = (path: string) => faults.find((fault) => fault.path === path)?.message;
  return (
    <Stack gap="sm">
      {signers.map((signer, index) => (
        <SignerLine
          key={signer.key}
          signer={signer}
          number={index + 1}
          isOrdered={order === 'sequence'}
          isLast={index === signers.length - 1}
          nameFault={faultAt(`signers[${index}].name`)}
          emailFault={faultAt(`signers[${index}].email`)}
          onChange={(change) => set(signer.key, change)}
          onMove={(by) => onChange({ ...value, signers: moved(signers, index, by) })}
          onRemove={
            signers.length === 1
              ? undefined
              : () => onChange({ ...value, signers: signers.filter(({ key }) => key !== signer.key) })
          }
        />
      ))}
      <Group>
        <Button variant="default" size="xs" onClick={add}>
          <Trans>Add a signer</Trans>
        </Button>
      </Group>
      <Conditions value={value} onChange={onChange} faultAt={faultAt} />
      <Text size="sm" c="dimmed">
        <Trans>
          Each signer gets a link by mail, and a code in a second one. It is a simple electronic signature: admissible, without an
          identity check. This is not legal advice.
        </Trans>
      </Text>
    </Stack>
  );
}

interface ConditionsProps extends Pick<SigningFieldsProps, 'value' | 'onChange'> {
  readonly faultAt: (path: string) => string | undefined;
}

/** In which order, until when, and with what word. */
function Conditions({ value, onChange, faultAt }: ConditionsProps) {
  const { t } = useLingui();
  const { order, until, message } = value;
  return (
    <>
      <Radio.Group
        label={t`Who signs when`}
        value={order}
        onChange={(next) => onChange({ ...value, order: next === 'parallel' ? 'parallel' : 'sequence' })}
      >
        <Stack gap={6} mt={4}>
          <Radio value="sequence" label={t`One after the other, in this order`} />
          <Radio value="parallel" label={t`All at once`} />
        </Stack>
      </Radio.Group>
      <TextInput
        type="date"
        label={t`Last day to sign`}
        description={t`Whoever has not signed is reminded every three days.`}
        value={until}
        error={faultAt('expiresAt')}
        onChange={(event) => onChange({ ...value, until: event.currentTarget.value })}
      />
      <Textarea
        label={t`A word to the signers`}
        description={t`In their mail and on their page. May stay empty.`}
        maxLength={1000}
        autosize
        value={message}
        error={faultAt('message')}
        onChange={(event) => onChange({ ...value, message: event.currentTarget.value })}
      />
    </>
  );
}

interface SignerLineProps {
  readonly signer: SignerDraft;
  readonly number: number;
  readonly isOrdered: boolean;
  readonly isLast: boolean;
  readonly nameFault: string | undefined;
  readonly emailFault: string | undefined;
  readonly onChange: (change: Partial<SignerDraft>) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: (() => void) | undefined;
}

function SignerLine(props: SignerLineProps) {
  const { t } = useLingui();
  const { signer, number, isOrdered, isLast, onChange, onMove, onRemove } = props;
  const sides = [
    { value: 'company', label: t`The company` },
    { value: 'partner', label: t`The partner` },
  ];
  const languages = [
    { value: 'fr', label: t`French` },
    { value: 'en', label: t`English` },
  ];
  return (
    <Fieldset legend={t`Signer ${number}`} p="sm">
      <Stack gap="xs">
        <TextInput
          label={t`Name`}
          value={signer.name}
          error={props.nameFault}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <TextInput
          type="email"
          label={t`E-mail`}
          value={signer.email}
          error={props.emailFault}
          onChange={(event) => onChange({ email: event.currentTarget.value })}
        />
        <Group gap="xs" grow>
          <Select
            label={t`Signs for`}
            allowDeselect={false}
            data={sides}
            value={signer.side}
            onChange={(side) => onChange({ side: side === 'company' ? 'company' : 'partner' })}
          />
          <Select
            label={t`Written to in`}
            allowDeselect={false}
            data={languages}
            value={signer.language}
            onChange={(language) => onChange({ language: language === 'en' ? 'en' : 'fr' })}
          />
        </Group>
        <Group gap="xs" justify="flex-end">
          {isOrdered && number > 1 && (
            <ActionIcon variant="default" aria-label={t`Signer ${number}: sign earlier`} onClick={() => onMove(-1)}>
              <IconArrowUp size={16} />
            </ActionIcon>
          )}
          {isOrdered && !isLast && (
            <ActionIcon variant="default" aria-label={t`Signer ${number}: sign later`} onClick={() => onMove(1)}>
              <IconArrowDown size={16} />
            </ActionIcon>
          )}
          {onRemove !== undefined && (
            <ActionIcon variant="default" aria-label={t`Remove signer ${number}`} onClick={onRemove}>
              <IconTrash size={16} />
            </ActionIcon>
          )}
        </Group>
      </Stack>
    </Fieldset>
  );
}
