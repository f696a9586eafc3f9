import { Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { AnswerOf } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { shownPartnerId } from '../../lib/membership-choice.ts';
import { useCountryName } from '../../lib/use-country-name.ts';
import { AccountTabs } from '../../ui/account-tabs.tsx';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { toast } from '../../ui/toast.ts';
import { kindWords } from './kind-words.ts';
import { LanguageSelect } from './language-select.tsx';
import { partnerQuery } from './partner.queries.ts';

/** What the partner says of itself, and what the company keeps of it. */
export function OwnDetails() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(partnerQuery(shownPartnerId()));
  return (
    <>
      <PageHeader title={t`Your account`} />
      <AccountTabs />
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={260} />}
      {data !== undefined && <DetailsForm partner={data} />}
    </>
  );
}

function DetailsForm({ partner }: { partner: AnswerOf<'getPartner'> }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const countryName = useCountryName();
  const state = useContractForm({
    route: 'changePartner',
    schema: async () => (await import('@cordee/contract/partner')).partnerRoutes.changePartner.body,
    initial: { name: partner.name, email: partner.email ?? '', language: partner.language },
    toInput: ({ name, email, language }) => ({
      params: { id: partner.id },
      body: { name, email: email === '' ? null : email, language },
    }),
    onDone: async () => {
      await refresh(client, 'getPartner');
      toast(t`Your details are saved.`);
    },
  });
  const { form } = state;
  return (
    <Stack maw={480}>
      <ContractForm state={state} verb={t`Save`}>
        <TextInput
          label={t`Name`}
          description={t`As it stands on your statements.`}
          autoComplete="organization"
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        <TextInput
          type="email"
          label={t`E-mail`}
          description={t`Where you are written to when nobody signs in for you.`}
          autoComplete="email"
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <LanguageSelect clearable={false} allowDeselect={false} key={form.key('language')} {...form.getInputProps('language')} />
      </ContractForm>
      <Text c="dimmed" size="sm">
        {[t(kindWords[partner.kind]), countryName(partner.country)].filter((text) => text !== '').join(' · ')}
        <br />
        <Trans>Your terms depend on these: ask the company if one of them is wrong.</Trans>
      </Text>
    </Stack>
  );
}
