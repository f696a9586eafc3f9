import { hasSiren } from '@cordee/core/tax';
import { Fieldset, Group, Stack, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { CountrySelect } from '../../ui/form/country-select.tsx';
import type { CompanyValues } from './company-values.ts';

interface FieldsProps {
  readonly form: {
    readonly key: (name: keyof CompanyValues) => string;
    readonly getInputProps: (name: keyof CompanyValues) => object;
  };
}

type FieldProps = FieldsProps & {
  readonly name: keyof CompanyValues;
  readonly label: string;
  readonly description?: string | undefined;
  readonly autoComplete?: string;
  readonly type?: string;
};

function Field({ form, name, ...own }: FieldProps) {
  return <TextInput key={form.key(name)} autoComplete="off" {...own} {...form.getInputProps(name)} />;
}

/** What the company is called, and what stands behind its name. */
export function NameFields({ form }: FieldsProps) {
  const { t } = useLingui();
  return (
    <Fieldset legend={t`Name`}>
      <Stack gap="sm">
        <Field form={form} name="legalName" label={t`Legal name`} autoComplete="organization" />
        <Field form={form} name="tradeName" label={t`Trade name`} description={t`Where it is another one.`} />
        <Group grow align="flex-start">
          <Field form={form} name="legalForm" label={t`Legal form`} />
          <Field form={form} name="capital" label={t`Capital`} />
        </Group>
        <Field
          form={form}
          name="register"
          label={t`Commercial register`}
          description={t`With your number there, as it is printed: RCS Annecy 303 265 045.`}
        />
      </Stack>
    </Fieldset>
  );
}

/** Where it is, and whom authorities can ask. */
export function CompanyPlaceFields({ form }: FieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <Fieldset legend={t`Address`}>
        <Stack gap="sm">
          <Field form={form} name="street" label={t`Number and street`} autoComplete="street-address" />
          <Group grow align="flex-start">
            <Field form={form} name="postCode" label={t`Post code`} autoComplete="postal-code" />
            <Field form={form} name="town" label={t`Town`} autoComplete="address-level2" />
          </Group>
          <CountrySelect label={t`Country`} key={form.key('country')} {...form.getInputProps('country')} />
        </Stack>
      </Fieldset>
      <Fieldset legend={t`Whom authorities can ask`}>
        <Stack gap="sm">
          <Field form={form} name="contactName" label={t`First name and surname`} autoComplete="name" />
          <Group grow align="flex-start">
            <Field form={form} name="contactEmail" label={t`E-mail`} type="email" autoComplete="email" />
            <Field form={form} name="contactPhone" label={t`Phone`} type="tel" autoComplete="tel" />
          </Group>
        </Stack>
      </Fieldset>
    </>
  );
}

/** What it is registered under; some of it in France only. */
export function NumberFields({ form, country }: FieldsProps & { country: string }) {
  const { t } = useLingui();
  const isFrench = hasSiren(country);
  return (
    <Fieldset legend={t`Numbers`}>
      <Stack gap="sm">
        {isFrench && (
          <Group grow align="flex-start">
            <Field form={form} name="siret" label={t`SIRET`} description={t`14 digits, of the head office`} />
            <Field form={form} name="siren" label={t`SIREN`} description={t`Empty: taken from the SIRET`} />
          </Group>
        )}
        <Group grow align="flex-start">
          <Field form={form} name="vatNumber" label={t`VAT number`} description={t`Reverse charge and VIES need it`} />
          {isFrench && <Field form={form} name="ape" label={t`APE code`} description={t`Such as 4791A`} />}
        </Group>
        <Field
          form={form}
          name="electronicAddress"
          label={t`Electronic address`}
          description={isFrench ? t`Of the French directory (scheme 0225); empty: the SIREN.` : undefined}
        />
      </Stack>
    </Fieldset>
  );
}
