import { Group, NumberInput, Select, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { CurrencySelect } from '../../ui/form/currency-select.tsx';
import type { OwnKind } from './contribution.queries.ts';
import { natureWords, unitWords } from './contribution-words.ts';

interface KindFieldsProps {
  readonly kind: OwnKind;
  /** The props that tie an input to a field of the form. */
  readonly field: (name: string) => { readonly key: string };
  /** Whether the end of a deal is asked here; false where it is asked of every kind. */
  readonly withUntil?: boolean;
}

/** What is asked of one kind only. */
export function KindFields({ kind, field, withUntil = true }: KindFieldsProps) {
  if (kind === 'deal') return <DealFields field={field} withUntil={withUntil} />;
  if (kind === 'contribution') return <WorkFields field={field} />;
  return kind === 'lead' ? <LeadFields field={field} /> : <IntroductionFields field={field} />;
}

type Fields = Pick<KindFieldsProps, 'field'>;

function DealFields({ field, withUntil }: Fields & { withUntil: boolean }) {
  const { t } = useLingui();
  return (
    <>
      <TextInput
        label={t`Products`}
        description={t`With commas between; all of them when you leave it empty.`}
        autoComplete="off"
        {...field('products')}
      />
      <Group gap="xs" grow preventGrowOverflow={false} align="flex-start">
        <TextInput label={t`Expected amount`} inputMode="decimal" autoComplete="off" {...field('expectedAmount')} />
        <CurrencySelect label={t`Currency`} {...field('currency')} />
      </Group>
      {withUntil && (
        <TextInput
          type="date"
          label={t`Until`}
          description={t`The last day it counts for; as long as the terms say when you leave it empty.`}
          {...field('validUntil')}
        />
      )}
    </>
  );
}

function IntroductionFields({ field }: Fields) {
  const { t } = useLingui();
  return <TextInput label={t`Whom you introduced them to`} autoComplete="off" {...field('introducedTo')} />;
}

function LeadFields({ field }: Fields) {
  const { t } = useLingui();
  return (
    <>
      <TextInput label={t`What they ask for`} description={t`A demo, a quote …`} autoComplete="off" {...field('leadName')} />
      <TextInput
        label={t`How they agreed`}
        description={t`A signed form, a mail, a conversation: where and when.`}
        autoComplete="off"
        {...field('consentHow')}
      />
    </>
  );
}

function WorkFields({ field }: Fields) {
  const { t } = useLingui();
  const natures = Object.entries(natureWords).map(([value, words]) => ({ value, label: t(words) }));
  const units = Object.entries(unitWords).map(([value, words]) => ({ value, label: t(words) }));
  return (
    <>
      <Select label={t`Nature`} allowDeselect={false} data={natures} {...field('nature')} />
      <Group gap="xs" grow align="flex-start">
        <NumberInput label={t`Quantity`} min={1} allowDecimal={false} {...field('quantity')} />
        <Select label={t`Unit`} clearable clearButtonProps={{ 'aria-label': t`No unit` }} data={units} {...field('unit')} />
      </Group>
    </>
  );
}
