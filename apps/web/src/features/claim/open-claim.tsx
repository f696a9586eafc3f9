import { Alert, Select, Textarea, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { currentInstant } from './current-instant.ts';
import type { AnswerOf } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useWorkspace, useZone } from '../../lib/workspace.tsx';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { CurrencySelect } from '../../ui/form/currency-select.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { FileField, noFiles } from '../../ui/lazy-files.tsx';
import { toast } from '../../ui/toast.ts';
import { bodyOf, emptyDraft, fieldOf, kindsOf, targetOf, textOf } from './claim-draft.ts';
import { commissionQuery, contributionQuery, factQuery } from './claim.queries.ts';
import { kindHints, kindWords, whatWords } from './claim-words.ts';

interface OpenClaimProps {
  /** `new`, or what is contested. */
  readonly contest: string;
  /** Those the partner is in; at least one. */
  readonly programs: AnswerOf<'getTerms'>;
  readonly onClose: () => void;
  readonly onOpened: (id: string) => void;
}

/** Contests something: what it is, what should have been, and why. */
export function OpenClaim(props: OpenClaimProps) {
  const { t } = useLingui();
  const own = useEnrollmentOf(props.contest);
  return (
    <SideDrawer title={t`Contest`} onClose={props.onClose} size="md">
      {own !== undefined && <Form {...props} enrollmentId={own ?? props.programs[0]?.enrollment.id ?? ''} />}
    </SideDrawer>
  );
}

/** The enrollment of what is contested: null when it says none, undefined while that is being asked. */
function useEnrollmentOf(contest: string): string | null | undefined {
  const { commissionId, factId, contributionId } = targetOf(contest);
  const commission = useQuery({ ...commissionQuery(commissionId ?? ''), enabled: commissionId !== undefined });
  const fact = useQuery({ ...factQuery(factId ?? ''), enabled: factId !== undefined });
  const contribution = useQuery({ ...contributionQuery(contributionId ?? ''), enabled: contributionId !== undefined });
  if (commissionId !== undefined) return commission.isPending ? undefined : (commission.data?.enrollmentId ?? null);
  if (factId !== undefined) {
    const [first] = [...(fact.data?.commissions ?? []), ...(fact.data?.attribution.credits ?? [])];
    return fact.isPending ? undefined : (first?.enrollmentId ?? null);
  }
  if (contributionId !== undefined) {
    return contribution.isPending ? undefined : (contribution.data?.parties[0]?.enrollmentId ?? null);
  }
  return null;
}

function Form({ contest, programs, onOpened, enrollmentId }: OpenClaimProps & { readonly enrollmentId: string }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const language = useLanguage();
  const zone = useZone();
  const currency = useWorkspace()?.currency ?? 'EUR';
  const target = targetOf(contest);
  const kinds = kindsOf(target);
  const [kind, setKind] = useState(kinds[0] ?? 'missing');
  const [files, setFiles] = useState(noFiles);
  const isTargeted = Object.keys(target).length > 0;
  const state = useContractForm({
    route: 'openClaim',
    schema: async () => (await import('@cordee/contract/claim')).claimRoutes.openClaim.body,
    initial: emptyDraft(enrollmentId, currency),
    toInput: (values) => ({
      body: { ...bodyOf(kind, target, values, { language, zone, now: currentInstant() }), files: [...files.ids] },
    }),
    fieldOf,
    onDone: async ({ id }) => {
      await refresh(client, 'listClaims');
      toast(t`It is with the company now.`);
      onOpened(id);
    },
  });
  const { form } = state;
  const field = (name: Parameters<typeof form.key>[0]) => ({ key: form.key(name), ...form.getInputProps(name) });
  const named = form.errors['factId'] ?? form.errors['commissionId'] ?? form.errors['contributionId'];
  return (
    <ContractForm state={state} verb={t`Open a claim`} disabled={files.busy}>
      <Select
        label={t`What is contested`}
        description={t(kindHints[kind])}
        allowDeselect={false}
        disabled={kinds.length < 2}
        data={kinds.map((value) => ({ value, label: t(kindWords[value]) }))}
        value={kind}
        onChange={(value) => setKind(value ?? kind)}
      />
      {!isTargeted && programs.length > 1 && (
        <Select
          label={t`Program`}
          allowDeselect={false}
          data={programs.map(({ enrollment, program }) => ({ value: enrollment.id, label: program.name }))}
          {...field('enrollmentId')}
        />
      )}
      {!isTargeted && <Expected field={field} />}
      <Textarea
        label={t`Why`}
        description={t`What happened, and how one can see it. It cannot be changed afterwards; you can add to it.`}
        autosize
        minRows={3}
        maxRows={12}
        {...field('text')}
      />
      <Textarea
        label={t`Links to evidence`}
        description={t`One address a line: a document, a screenshot, a mail.`}
        autosize
        minRows={1}
        maxRows={6}
        {...field('links')}
      />
      <FileField label={t`Files`} error={textOf(form.errors['files'])} onChange={setFiles} />
      {named !== undefined && named !== null && <Alert color="red" variant="outline" role="alert" title={named} />}
      <WhatFollows />
    </ContractForm>
  );
}

type Field = (name: 'what' | 'day' | 'eventId' | 'customerName' | 'customerEmail' | 'amount' | 'currency') => object;

/** What should have been recorded. */
function Expected({ field }: { field: Field }) {
  const { t } = useLingui();
  return (
    <>
      <Select
        label={t`What should have been recorded`}
        allowDeselect={false}
        data={(['sale', 'lead'] as const).map((value) => ({ value, label: t(whatWords[value]) }))}
        {...field('what')}
      />
      <TextInput type="date" label={t`When`} {...field('day')} />
      <TextInput
        label={t`Order number`}
        description={t`As the company names it; with it the sale is found at once.`}
        autoComplete="off"
        {...field('eventId')}
      />
      <TextInput label={t`Customer`} autoComplete="off" {...field('customerName')} />
      <TextInput type="email" label={t`Their e-mail`} autoComplete="off" {...field('customerEmail')} />
      <TextInput
        label={t`Amount of the sale`}
        description={t`Without tax, as far as you know it.`}
        inputMode="decimal"
        autoComplete="off"
        {...field('amount')}
      />
      <CurrencySelect label={t`Currency`} allowDeselect={false} {...field('currency')} />
    </>
  );
}

function WhatFollows() {
  return (
    <span style={{ fontSize: 'var(--mantine-font-size-sm)', color: 'var(--mantine-color-dimmed)' }}>
      <Trans>From here on the company has the days of its terms to answer. You read everything that is written.</Trans>
    </span>
  );
}
