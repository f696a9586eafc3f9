import { Text, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { useToday } from '../../ui/period-fields.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';
import { CompanyPlaceFields, NameFields, NumberFields } from './company-fields.tsx';
import { companyBody, companyField, companyValues } from './company-values.ts';
import type { Company } from './ask-company.ts';

/** Says who the company is from a day on. */
export function CompanyForm({ company, onClose }: { company: Company; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const today = useToday();
  const isFirst = company.record === null;
  const state = useContractForm({
    route: 'writeCompany',
    schema: async () => (await import('@cordee/contract/company')).companyRoutes.writeCompany.body,
    initial: companyValues(company, today),
    toInput: (values) => ({ body: companyBody(values) }),
    fieldOf: companyField,
    onDone: async () => {
      await refresh(
        client,
        'getCompany',
        'listCompanyRecords',
        'getDas2',
        'listInvoiceDrafts',
        'getMandateOffer',
        'getPartnerTax',
      );
      toast(t`Written. It holds for documents from that day on.`);
      onClose();
    },
  });
  const { form } = state;
  return (
    <SideDrawer title={t`Enter the company`} onClose={onClose} size="lg">
      <ContractForm state={state} verb={t`Write it down`}>
        {isFirst ? (
          <Text c="dimmed">
            <Trans>The first record also counts for all days before it.</Trans>
          </Text>
        ) : (
          <TextInput
            label={t`Why it changes`}
            description={t`Such as “We have moved”: it is kept in the history.`}
            key={form.key('reason')}
            {...form.getInputProps('reason')}
          />
        )}
        <TextInput
          type="date"
          label={t`From this day on`}
          description={t`What was made out before stays as it is. To correct a record, give its first day.`}
          key={form.key('validFrom')}
          {...form.getInputProps('validFrom')}
        />
        <NameFields form={form} />
        <CompanyPlaceFields form={form} />
        <NumberFields form={form} country={company.country} />
      </ContractForm>
    </SideDrawer>
  );
}
