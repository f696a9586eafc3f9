import type { TemplateName } from '@cordee/core/plan';
import { Alert, Button, List, Skeleton, Text, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, type AnswerOf } from '../../../lib/api/call.ts';
import { refresh } from '../../../lib/api/queries.ts';
import { useLanguage } from '../../../lib/use-language.ts';
import { ContractForm } from '../../../ui/form/contract-form.tsx';
import { useContractForm } from '../../../ui/form/use-contract-form.ts';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { TemplateChoice } from '../../../ui/template-choice.tsx';
import { toast } from '../../../ui/toast.ts';
import { planQuery, programsQuery } from './first-steps.queries.ts';

/** The first program from a template, then the publication of its plan. */
export function ProgramStep() {
  const { data } = useQuery(programsQuery);
  if (data === undefined) return <Skeleton h={200} />;
  // The oldest: the one these steps made.
  const first = data.items.at(-1);
  return first === undefined ? <NewProgram /> : <PlanOf program={first} />;
}

function NewProgram() {
  const { t } = useLingui();
  const client = useQueryClient();
  const [template, setTemplate] = useState<TemplateName>('affiliate');
  const state = useContractForm({
    route: 'createProgram',
    schema: async () => (await import('@cordee/contract/program')).programRoutes.createProgram.body,
    initial: { name: '', destinationUrl: '' },
    toInput: ({ name, destinationUrl }) => ({ body: { name, destinationUrl, template } }),
    onDone: () => refresh(client, 'listPrograms'),
  });
  const { form } = state;
  return (
    <ContractForm state={state} verb={t`Make the program`}>
      <TextInput label={t`Name`} description={t`As partners read it.`} key={form.key('name')} {...form.getInputProps('name')} />
      <TextInput
        type="url"
        label={t`Where links lead`}
        description={t`A page of yours, such as https://shop.example/welcome.`}
        key={form.key('destinationUrl')}
        {...form.getInputProps('destinationUrl')}
      />
      <TemplateChoice label={t`Whom it is for`} value={template} onChange={setTemplate} />
    </ContractForm>
  );
}

function PlanOf({ program }: { program: AnswerOf<'listPrograms'>['items'][number] }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const language = useLanguage();
  const { data: plan } = useQuery(planQuery(program.planId));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  if (plan === undefined) return <Skeleton h={120} />;
  const version = plan.versions[0];
  const isPublished = plan.versions.some(({ state }) => state !== 'draft');
  const publish = async () => {
    setBusy(true);
    setError(null);
    try {
      await call('publishPlan', { params: { id: plan.id }, body: {} });
      await refresh(client, 'getPlan', 'listPlans', 'listPrograms');
      toast(t`The plan of ${program.name} is published.`);
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Text>
        {isPublished ? (
          <Trans>{program.name}: its plan is published. This is what partners read:</Trans>
        ) : (
          <Trans>{program.name} is made. This is what its plan says; rates can be changed before or after in Programs.</Trans>
        )}
      </Text>
      <List size="sm" spacing={4} type="ordered">
        {version?.clauses[language].slice(0, 6).map(({ number, text }) => (
          <List.Item key={number}>{text}</List.Item>
        ))}
      </List>
      {error !== null && <ProblemNotice error={error} />}
      {!isPublished && (
        <Alert variant="default">
          <Text mb="sm">
            <Trans>Once published, a version never changes: a later one replaces it, with its notice.</Trans>
          </Text>
          <Button loading={busy} onClick={() => void publish()}>
            <Trans>Publish the plan</Trans>
          </Button>
        </Alert>
      )}
    </>
  );
}
