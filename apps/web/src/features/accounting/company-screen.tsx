import { Anchor, Box, Select, Skeleton, Stack, Switch, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { refresh } from '../../lib/api/queries.ts';
import { DescriptionList } from '../../ui/description-list.tsx';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { toast } from '../../ui/toast.ts';
import { companyQuery, declarationQuery, mayKeepBooks, type Company, type DeclarationSettings } from './ask-books.ts';
import { columnWords } from './books-words.ts';

/** The company in its files and declarations: who it is, which is written in the settings, and what declarations choose. */
export function CompanyScreen() {
  const { t } = useLingui();
  const company = useQuery(companyQuery);
  const settings = useQuery(declarationQuery);
  const error = company.error ?? settings.error;
  return (
    <Stack component="section" maw={620} mt="md" gap="xl">
      {error !== null && (
        <ProblemNotice error={error} onRetry={() => void Promise.all([company.refetch(), settings.refetch()])} />
      )}
      <Box>
        <Title order={2} fz="lg" mb="xs">{t`Who declares`}</Title>
        <Text mb="sm">
          <Trans>The FEC is named by your SIREN; the declaration of commissions says all of this.</Trans>{' '}
          <Anchor underline="always" renderRoot={(props) => <Link to="/console/settings/company" {...props} />}>
            <Trans>It is written under Settings › Company</Trans>
          </Anchor>
        </Text>
        {company.data === undefined && error === null && <Skeleton h={140} />}
        {company.data !== undefined && <Known company={company.data.record?.identity ?? null} />}
      </Box>
      <Box>
        <Title order={2} fz="lg" mb="xs">{t`What the declaration says besides`}</Title>
        {settings.data === undefined && error === null && <Skeleton h={140} />}
        {settings.data !== undefined &&
          (mayKeepBooks() ? <Editable settings={settings.data.settings} /> : <Read settings={settings.data.settings} />)}
      </Box>
    </Stack>
  );
}

function Known({ company }: { company: Company | null }) {
  const { t } = useLingui();
  if (company === null) {
    return (
      <Text c="dimmed">
        <Trans>Nobody has entered it yet.</Trans>
      </Text>
    );
  }
  const { address, contact } = company;
  const town = [address?.postCode, address?.town].filter((part) => part !== undefined).join(' ');
  return (
    <DescriptionList
      width={160}
      lines={[
        [t`Legal name`, company.legalName],
        [t`SIRET`, company.siret ?? company.siren],
        [t`APE code`, company.ape],
        [t`Address`, [address?.street, town].filter((part) => part !== undefined && part !== '').join(', ')],
        [t`Contact`, contact === null ? '' : `${contact.name}, ${contact.email}, ${contact.phone}`],
      ]}
    />
  );
}

function Read({ settings }: { settings: DeclarationSettings | null }) {
  const { t } = useLingui();
  if (settings === null) {
    return (
      <Text c="dimmed">
        <Trans>Nobody has entered it yet.</Trans>
      </Text>
    );
  }
  return (
    <DescriptionList
      width={160}
      lines={[
        [t`The company pays salaries`, settings.paysSalaries ? t`yes` : t`no`],
        [t`What is paid to partners is declared as`, t(columnWords[settings.das2Column])],
      ]}
    />
  );
}

const nothing: DeclarationSettings = { paysSalaries: false, das2Column: 'commissions' };

function Editable({ settings }: { settings: DeclarationSettings | null }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const state = useContractForm({
    route: 'setDeclarationSettings',
    schema: async () => (await import('@cordee/contract/accounting')).accountingRoutes.setDeclarationSettings.body,
    initial: { ...(settings ?? nothing) },
    toInput: (body) => ({ body }),
    onDone: async () => {
      await refresh(client, 'getDeclarationSettings', 'getDas2');
      toast(t`What declarations say is kept.`);
    },
  });
  const { form } = state;
  return (
    <ContractForm state={state} verb={t`Save these choices`}>
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
