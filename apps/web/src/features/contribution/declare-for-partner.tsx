import { localDateOf } from '@cordee/core/time';
import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refresh } from '../../lib/api/queries.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useWorkspace, useZone } from '../../lib/workspace.tsx';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { CountrySelect } from '../../ui/form/country-select.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';
import { companyBodyOf, companyFieldOf, emptyCompanyDeclaration } from './company-declaration.ts';
import { contributionKinds } from './contribution-filters.ts';
import { companyKindHints, kindWords } from './contribution-words.ts';
import type { Kind } from './contribution.queries.ts';
import { EnrollmentFields } from './enrollment-fields.tsx';
import { KindFields } from './kind-fields.tsx';
import { SplitFields } from './split-fields.tsx';
import { useEnrollmentChoice } from './use-enrollment-choice.ts';
import { useSplit } from './use-split.ts';

interface DeclareForPartnerProps {
  /** On whose page one is; chosen in the form when null. */
  readonly partnerId: string | null;
  readonly onClose: () => void;
  readonly onDeclared: (id: string) => void;
}

/** Declares for a partner, or how several share; it waits like what partners declare themselves. */
export function DeclareForPartner({ partnerId, onClose, onDeclared }: DeclareForPartnerProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const language = useLanguage();
  const zone = useZone();
  const currency = useWorkspace()?.currency ?? 'EUR';
  const [kind, setKind] = useState<Kind>('deal');
  const choice = useEnrollmentChoice(partnerId);
  const split = useSplit(partnerId);
  const state = useContractForm({
    route: 'declareContribution',
    schema: async () => (await import('@cordee/contract/contribution')).contributionRoutes.declareContribution.body,
    initial: emptyCompanyDeclaration(currency),
    toInput: (values) => {
      const parties = { enrollmentId: choice.enrollmentId, shares: split.shares };
      return { body: companyBodyOf(kind, values, parties, { language, zone, today: localDateOf(Date.now(), zone) }) };
    },
    fieldOf: companyFieldOf,
    onDone: async ({ id }) => {
      await refresh(client, 'listContributions', 'getHome');
      toast(t`Declared: confirm it so that it counts.`);
      onDeclared(id);
    },
  });
  const { form } = state;
  const field = (name: string) => ({ key: form.key(name), ...form.getInputProps(name) });
  return (
    <SideDrawer title={t`Declare a contribution`} onClose={onClose} size="md">
      <ContractForm state={state} verb={t`Declare`}>
        <Select
          label={t`What`}
          description={t(companyKindHints[kind])}
          allowDeselect={false}
          data={contributionKinds.map((value) => ({ value, label: t(kindWords[value]) }))}
          value={kind}
          onChange={(value) => setKind(value ?? 'deal')}
        />
        {kind === 'agreement' ? (
          <SplitFields split={split} errors={form.errors} />
        ) : (
          <EnrollmentFields choice={choice} isGiven={partnerId !== null} error={form.errors['enrollmentId']} />
        )}
        <CustomerFields field={field} />
        {kind === 'agreement' ? (
          <TextInput
            label={t`One sale only`}
            description={t`Your id of it, before it is recorded; everything the customer brings when you leave it empty.`}
            autoComplete="off"
            {...field('saleEventId')}
          />
        ) : (
          <KindFields kind={kind} field={field} withUntil={false} />
        )}
        <CommonFields field={field} />
        {kind === 'lead' && (
          <Checkbox
            key={form.key('consent')}
            {...form.getInputProps('consent', { type: 'checkbox' })}
            label={t`This person agreed that the company contacts them.`}
            error={form.errors['consent'] === undefined ? null : t`Nothing is taken without it.`}
          />
        )}
      </ContractForm>
    </SideDrawer>
  );
}

/** Who the customer is: one of these is enough. */
function CustomerFields({ field }: { field: (name: string) => { readonly key: string } }) {
  const { t } = useLingui();
  return (
    <>
      <TextInput
        label={t`Customer`}
        description={t`The organisation or the person.`}
        autoComplete="off"
        {...field('customerName')}
      />
      <TextInput
        label={t`Your id of the customer`}
        description={t`As your sales name it; at the latest when you confirm.`}
        placeholder={t`customer-7`}
        autoComplete="off"
        {...field('customerExternalId')}
      />
      <TextInput type="email" label={t`Their e-mail`} autoComplete="off" {...field('customerEmail')} />
      <CountrySelect label={t`Country`} clearable {...field('customerCountry')} />
    </>
  );
}

/** What is asked of every kind: its days, a word for the partner, where it can be checked. */
function CommonFields({ field }: { field: (name: string) => { readonly key: string } }) {
  const { t } = useLingui();
  return (
    <>
      <TextInput type="date" label={t`Since`} description={t`Now when you leave it empty.`} {...field('occurredOn')} />
      <TextInput
        type="date"
        label={t`Until`}
        description={t`The last day it counts for; as long as the plan says when you leave it empty.`}
        {...field('validUntil')}
      />
      <Textarea label={t`For the partner`} autosize minRows={2} maxRows={8} {...field('description')} />
      <TextInput
        type="url"
        label={t`Where it can be checked`}
        description={t`The address of a document or a page.`}
        {...field('evidenceUrl')}
      />
    </>
  );
}
