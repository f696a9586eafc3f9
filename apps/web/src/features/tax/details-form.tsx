import { Select, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { CountrySelect } from '../../ui/form/country-select.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';
import { AddressFields, BusinessFields } from './business-fields.tsx';
import { bodyOf, valuesOf } from './details-values.ts';
import { type Details, ofPartner } from './tax.queries.ts';
import { kindWords } from './tax-words.ts';

interface DetailsFormProps {
  readonly partnerId: string;
  /** What is known so far: a change begins with it. */
  readonly known: Details | null;
  readonly today: string;
  /** A partner proposes, the company enters. */
  readonly proposes: boolean;
  readonly onClose: () => void;
}

/** Who a partner is for tax, from a day on. */
export function DetailsForm({ partnerId, known, today, proposes, onClose }: DetailsFormProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [kind, setKind] = useState<string | null>(known?.kind ?? null);
  const state = useContractForm({
    route: 'enterTaxDetails',
    schema: async () => (await import('@cordee/contract/tax')).taxRoutes.enterTaxDetails.body,
    initial: valuesOf(known, today),
    toInput: (values) => ({ params: { id: partnerId }, body: bodyOf(values) }),
    fieldOf: (path) => path.replace(/^address\./, '').replace(/^address$/, 'town'),
    onDone: async () => {
      await refresh(client, ...ofPartner);
      toast(proposes ? t`Proposed: somebody of the company answers.` : t`The tax details are entered.`);
      onClose();
    },
  });
  const { form } = state;
  const kindProps = form.getInputProps('kind');
  const isPerson = kind === 'private_person' || kind === 'employee_of_third_party';
  return (
    <SideDrawer title={proposes ? t`Propose tax details` : t`Enter tax details`} onClose={onClose} size="md">
      <ContractForm state={state} verb={proposes ? t`Propose them` : t`Enter them`}>
        <TextInput
          type="date"
          label={t`From this day on`}
          description={t`What was so before stays as it was.`}
          key={form.key('validFrom')}
          {...form.getInputProps('validFrom')}
        />
        <Select
          label={proposes ? t`You are` : t`The partner is`}
          data={Object.entries(kindWords).map(([value, word]) => ({ value, label: t(word) }))}
          key={form.key('kind')}
          {...kindProps}
          onChange={(value: string | null) => {
            (kindProps.onChange as (next: string | null) => void)(value);
            setKind(value);
          }}
        />
        <CountrySelect
          label={t`Country of establishment`}
          description={<Trans>Guadeloupe, Martinique, French Guiana, Réunion and Mayotte are listed by themselves.</Trans>}
          key={form.key('country')}
          {...form.getInputProps('country')}
        />
        <TextInput
          label={isPerson ? t`First name and surname` : t`Legal name`}
          maxLength={120}
          key={form.key('legalName')}
          {...form.getInputProps('legalName')}
        />
        <AddressFields form={form} />
        {isPerson ? (
          <TextInput
            type="date"
            label={t`Date of birth`}
            description={t`Sealed; shown to owners, finance and the partner only.`}
            key={form.key('birthDate')}
            {...form.getInputProps('birthDate')}
          />
        ) : (
          <BusinessFields form={form} />
        )}
      </ContractForm>
    </SideDrawer>
  );
}
