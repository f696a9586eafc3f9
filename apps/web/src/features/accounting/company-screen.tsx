import { Box, Group, Select, Skeleton, Switch, Text, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { refresh } from '../../lib/api/queries.ts';
import { DescriptionList } from '../../ui/description-list.tsx';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { toast } from '../../ui/toast.ts';
import { companyQuery, mayKeepBooks, type Company } from './ask-books.ts';
import { columnWords } from './books-words.ts';

/** What the company says of itself in its files and declarations. */
export function CompanyScreen() {
  const { data, error, refetch } = useQuery(companyQuery);
  return (
    <Box component="section" maw={620} mt="md">
      <Text mb="md">
        <Trans>The FEC is named by your SIREN; the declaration of commissions says all of this.</Trans>
      </Text>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={360} />}
      {data !== undefined && (mayKeepBooks() ? <Editable company={data.company} /> : <Read company={data.company} />)}
    </Box>
  );
}

function Read({ company }: { company: Company | null }) {
  const { t } = useLingui();
  if (company === null) {
    return (
      <Text c="dimmed">
        <Trans>Nobody has entered it yet.</Trans>
      </Text>
    );
  }
  const { street, postCode, town } = company.address;
  return (
    <DescriptionList
      width={160}
      lines={[
        [t`Legal name`, company.name],
        [t`SIRET`, company.siret],
        [t`APE code`, company.ape],
        [t`Address`, `${street}, ${postCode} ${town}`],
        [t`Contact`, `${company.contact.name}, ${company.contact.email}, ${company.contact.phone}`],
      ]}
    />
  );
}

const nobody: Company = {
  name: '',
  siret: '',
  ape: '',
  address: { street: '', postCode: '', town: '' },
  contact: { name: '', email: '', phone: '' },
  paysSalaries: false,
  das2Column: 'commissions',
};

function Editable({ company }: { company: Company | null }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const state = useContractForm({
    route: 'setBooksCompany',
    schema: async () => (await import('@cordee/contract/accounting')).accountingRoutes.setBooksCompany.body,
    initial: { ...(company ?? nobody) },
    toInput: (body) => ({ body }),
    onDone: async () => {
      await refresh(client, 'getBooksCompany', 'getDas2');
      toast(t`The company is kept.`);
    },
  });
  const { form } = state;
  const field = (path: string) => ({ key: form.key(path), ...form.getInputProps(path) });
  const { key: nameKey, ...name } = field('name');
  const { key: siretKey, ...siret } = field('siret');
  const { key: apeKey, ...ape } = field('ape');
  const { key: streetKey, ...street } = field('address.street');
  const { key: postCodeKey, ...postCode } = field('address.postCode');
  const { key: townKey, ...town } = field('address.town');
  const { key: contactKey, ...contact } = field('contact.name');
  const { key: emailKey, ...email } = field('contact.email');
  const { key: phoneKey, ...phone } = field('contact.phone');
  return (
    <ContractForm state={state} verb={t`Keep the company`}>
      <TextInput label={t`Legal name`} autoComplete="organization" key={nameKey} {...name} />
      <Group grow align="flex-start">
        <TextInput label={t`SIRET`} description={t`14 digits, of the head office`} key={siretKey} {...siret} />
        <TextInput label={t`APE code`} description={t`Such as 4791A`} key={apeKey} {...ape} />
      </Group>
      <TextInput label={t`Number and street`} autoComplete="street-address" key={streetKey} {...street} />
      <Group grow align="flex-start">
        <TextInput label={t`Post code`} autoComplete="postal-code" key={postCodeKey} {...postCode} />
        <TextInput label={t`Town`} autoComplete="address-level2" key={townKey} {...town} />
      </Group>
      <TextInput label={t`Whom the tax office can ask`} autoComplete="name" key={contactKey} {...contact} />
      <Group grow align="flex-start">
        <TextInput label={t`E-mail`} type="email" autoComplete="email" key={emailKey} {...email} />
        <TextInput label={t`Phone`} type="tel" autoComplete="tel" key={phoneKey} {...phone} />
      </Group>
      <Switch
        label={t`The company pays salaries`}
        key={form.key('paysSalaries')}
        {...form.getInputProps('paysSalaries', { type: 'checkbox' })}
      />
      <Select
        label={t`What is paid to partners is declared as`}
        allowDeselect={false}
        data={Object.entries(columnWords).map(([value, word]) => ({ value, label: t(word) }))}
        key={form.key('das2Column')}
        {...form.getInputProps('das2Column')}
      />
    </ContractForm>
  );
}
