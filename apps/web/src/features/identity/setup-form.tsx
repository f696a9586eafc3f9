import { Anchor, Fieldset, PasswordInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Language } from '@cordee/contract/language';
import type { AnswerOf } from '../../lib/api/call.ts';
import { signIn } from '../../lib/auth.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { CountrySelect } from '../../ui/form/country-select.tsx';
import { CurrencySelect } from '../../ui/form/currency-select.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { ZoneSelect } from '../../ui/form/zone-select.tsx';
import { Door } from './door.tsx';

const route = getRouteApi('/setup');

const EMPTY = {
  name: '',
  email: '',
  password: '',
  company: '',
  country: 'FR',
  currency: 'EUR',
  zone: 'UTC',
  language: 'en' as Language,
};

/** Whoever fills this in owns the first workspace; they are signed in with it. */
export function SetupForm({ onDone }: { onDone: (keys: AnswerOf<'setUp'>) => void }) {
  const { t } = useLingui();
  const { token = '' } = route.useSearch();
  const language = useLanguage();
  const state = useContractForm({
    route: 'setUp',
    schema: async () => (await import('@cordee/contract/identity')).setUp.body,
    initial: { ...EMPTY, zone: new Intl.DateTimeFormat().resolvedOptions().timeZone, language },
    toInput: ({ name, email, password, company, country, currency, zone, language: chosen }) => ({
      body: {
        token,
        name,
        email,
        password,
        workspace: { name: company, country, currency, zone, language: chosen },
      },
    }),
    fieldOf: (path) => (path === 'workspace.name' ? 'company' : path.replace('workspace.', '')),
    onDone: async (keys, { email, password }) => {
      // The keys are shown this once, whether the sign-in works or not: the next screen asks for it again.
      await signIn(email, password).catch(() => undefined);
      onDone(keys);
    },
  });
  const { form } = state;
  return (
    <Door
      size={560}
      title={t`Create the first administrator`}
      lead={<Trans>This server is new. Whoever fills this in owns the first workspace.</Trans>}
    >
      <ContractForm
        state={state}
        verb={t`Create the workspace`}
        beside={
          <Anchor component={Link} to="/sign-in">
            <Trans>Sign in</Trans>
          </Anchor>
        }
      >
        <YouFields form={form} />
        <CompanyFields form={form} />
      </ContractForm>
    </Door>
  );
}

interface FieldsProps {
  readonly form: UseFormReturnType<typeof EMPTY>;
}

function YouFields({ form }: FieldsProps) {
  const { t } = useLingui();
  return (
    <Fieldset legend={t`You`}>
      <Stack gap="sm">
        <TextInput label={t`Your name`} autoComplete="name" key={form.key('name')} {...form.getInputProps('name')} />
        <TextInput
          type="email"
          label={t`E-mail`}
          autoComplete="username"
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t`Password`}
          description={t`At least 10 characters: four words without relation are good.`}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t`Show the password` }}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
      </Stack>
    </Fieldset>
  );
}

function CompanyFields({ form }: FieldsProps) {
  const { t } = useLingui();
  return (
    <Fieldset legend={t`Your company`}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        <TextInput label={t`Company`} autoComplete="organization" key={form.key('company')} {...form.getInputProps('company')} />
        <CountrySelect label={t`Country`} allowDeselect={false} key={form.key('country')} {...form.getInputProps('country')} />
        <CurrencySelect
          label={t`Currency`}
          allowDeselect={false}
          key={form.key('currency')}
          {...form.getInputProps('currency')}
        />
        <ZoneSelect label={t`Time zone`} allowDeselect={false} key={form.key('zone')} {...form.getInputProps('zone')} />
        <Select
          label={t`Language of the company`}
          allowDeselect={false}
          data={[
            { value: 'en', label: 'English' },
            { value: 'fr', label: 'Français' },
          ]}
          key={form.key('language')}
          {...form.getInputProps('language')}
        />
      </SimpleGrid>
    </Fieldset>
  );
}
