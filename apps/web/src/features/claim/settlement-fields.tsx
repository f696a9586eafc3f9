import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { IconX } from '@tabler/icons-react';
import { CurrencySelect } from '../../ui/form/currency-select.tsx';
import { PartnerSelect } from '../../ui/form/partner-select.tsx';
import { Money } from '../../ui/values.tsx';
import type { Claim } from './claim.queries.ts';
import type { SettlementDraft, Way } from './settlement-draft.ts';
import type { useParts } from './use-parts.ts';

interface SettlementFieldsProps {
  readonly claim: Claim;
  readonly draft: {
    readonly possible: readonly Way[];
    readonly way: Way;
    readonly setWay: (way: Way) => void;
    readonly parts: ReturnType<typeof useParts>;
  };
  readonly form: {
    readonly key: (name: keyof SettlementDraft & string) => string;
    readonly getInputProps: (name: keyof SettlementDraft & string) => object;
  };
}

const wayWords: Readonly<Record<Way, MessageDescriptor>> = {
  sale: msg`Record the sale`,
  lead: msg`Record the lead`,
  commission: msg`Let the commission go and approve it`,
  split: msg`Agree on parts for what the customer brings from now on`,
  fact: msg`It is right already: name the fact`,
};

/** How a claim is put right, and what has to be known for it. */
export function SettlementFields({ claim, draft, form }: SettlementFieldsProps) {
  const { t } = useLingui();
  const { possible, way, setWay, parts } = draft;
  const field = (name: keyof SettlementDraft & string) => ({ key: form.key(name), ...form.getInputProps(name) });
  const ofCustomer = (
    <TextInput
      label={t`Your id of the customer`}
      description={t`As your sales name it; without one nobody knows which customer it is.`}
      placeholder={t`customer-7`}
      autoComplete="off"
      {...field('customerExternalId')}
    />
  );
  return (
    <>
      <Select
        label={t`Put right by`}
        allowDeselect={false}
        disabled={possible.length < 2}
        data={possible.map((value) => ({ value, label: t(wayWords[value]) }))}
        value={way}
        onChange={(value) => setWay(value ?? way)}
      />
      {way === 'sale' && (
        <>
          {claim.kind === 'missing' && ofCustomer}
          <Amount claim={claim} field={field} />
          <TextInput
            label={t`Order number`}
            placeholder={claim.kind === 'missing' ? (claim.expected?.eventId ?? '') : ''}
            autoComplete="off"
            {...field('eventId')}
          />
        </>
      )}
      {way === 'lead' && (
        <>
          {ofCustomer}
          <TextInput label={t`Lead for`} autoComplete="off" {...field('leadName')} />
        </>
      )}
      {(way === 'sale' || way === 'lead') && (
        <TextInput type="date" label={t`Another date`} description={t`As claimed when left out.`} {...field('day')} />
      )}
      {way === 'split' && (
        <>
          {ofCustomer}
          <Parts parts={parts} />
        </>
      )}
      {way === 'fact' && (
        <TextInput
          label={t`Id of the fact`}
          description={t`From its address or its details: it credits this partner.`}
          autoComplete="off"
          {...field('factId')}
        />
      )}
      {(way === 'sale' || way === 'lead') && (
        <Text size="sm" c="dimmed">
          <Trans>It is credited whole to this partner and earns what the plan in force on its date gives.</Trans>
        </Text>
      )}
    </>
  );
}

function Amount({ claim, field }: { claim: Claim; field: (name: 'amount' | 'currency') => object }) {
  const { t } = useLingui();
  const { expected, kind } = claim;
  const isClaimed = kind === 'missing' && expected !== null && expected.amount !== null && expected.currency !== null;
  return (
    <Group grow align="flex-start">
      <TextInput
        label={kind === 'wrong' ? t`What was missing of its amount` : t`Amount without tax`}
        description={
          isClaimed ? (
            <Trans>
              <Money amount={expected.amount ?? 0} currency={expected.currency ?? 'EUR'} /> as claimed, when left out.
            </Trans>
          ) : undefined
        }
        inputMode="decimal"
        autoComplete="off"
        {...field('amount')}
      />
      <CurrencySelect label={t`Currency`} allowDeselect={false} {...field('currency')} />
    </Group>
  );
}

/** Who shares, and how much of it each has; the claim's own partner first. */
function Parts({ parts: { parts, change, add, remove } }: { parts: ReturnType<typeof useParts> }) {
  const { t } = useLingui();
  return (
    <Stack gap="xs" component="section" aria-label={t`Parts`}>
      {parts.map(({ key, partnerId, share }, index) => (
        <Group key={key} gap="xs" wrap="nowrap" align="flex-start">
          <PartnerSelect
            aria-label={t`Partner ${index + 1}`}
            placeholder={t`Partner`}
            flex={1}
            disabled={key === 0}
            value={partnerId}
            onChange={(id) => change(key, { partnerId: id })}
          />
          <TextInput
            aria-label={t`Part of partner ${index + 1}`}
            placeholder="50%"
            w={90}
            inputMode="decimal"
            autoComplete="off"
            value={share}
            onChange={(event) => change(key, { share: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            disabled={parts.length <= 2 || key === 0}
            aria-label={t`Remove partner ${index + 1}`}
            onClick={() => remove(key)}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button variant="subtle" size="compact-sm" style={{ alignSelf: 'flex-start' }} disabled={parts.length >= 20} onClick={add}>
        <Trans>Add a partner</Trans>
      </Button>
    </Stack>
  );
}
