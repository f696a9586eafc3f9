import { Checkbox, NumberInput, Radio, Skeleton, Stack, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { call, type AnswerOf, type InputOf } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { problemToast, toast } from '../../ui/toast.ts';
import { programQuery } from './program.queries.ts';
import { ProgramTerms } from './program-terms.tsx';

const route = getRouteApi('/console/programs/$programId/settings');
type Program = AnswerOf<'getProgram'>;
type Changes = NonNullable<InputOf<'changeProgram'>['body']>;

/** How a program's links behave and what partners see; who is credited is in the plan. */
export function ProgramSettings() {
  const { programId } = route.useParams();
  const { data: program } = useQuery(programQuery(programId));
  // Made anew when somebody else changed it: the form then starts from what holds.
  if (program === undefined) return <Skeleton h={320} />;
  const disabled = !['owner', 'manager'].includes(chosenMembership()?.role ?? '') || program.archivedAt !== null;
  return (
    <Stack gap={40}>
      <SettingsForm key={JSON.stringify(program)} program={program} disabled={disabled} />
      <ProgramTerms key={JSON.stringify(program.terms)} program={program} disabled={disabled} />
    </Stack>
  );
}

function SettingsForm({ program, disabled }: { program: Program; disabled: boolean }) {
  const { t } = useLingui();
  const state = useSettings(program);
  const { form } = state;
  return (
    <fieldset disabled={disabled} style={{ border: 0, padding: 0, margin: 0, maxWidth: 560 }}>
      <ContractForm state={state} verb={t`Save the settings`}>
        <TextInput label={t`Name`} key={form.key('name')} {...form.getInputProps('name')} />
        <TextInput
          label={t`Word in addresses`}
          description={t`Of the program's page; lower-case letters, digits and hyphens.`}
          key={form.key('slug')}
          {...form.getInputProps('slug')}
        />
        <TextInput
          label={t`Destination`}
          description={t`The page of yours that links lead to unless they say otherwise.`}
          key={form.key('destinationUrl')}
          {...form.getInputProps('destinationUrl')}
        />
        <TextInput
          label={t`Click parameter`}
          description={t`The name under which the click id is added to that address.`}
          key={form.key('clickParameter')}
          {...form.getInputProps('clickParameter')}
        />
        <NumberInput
          label={t`Repeated clicks, in minutes`}
          description={t`Within this time a visitor counts once for each link.`}
          allowDecimal={false}
          allowNegative={false}
          key={form.key('repeatMinutes')}
          {...form.getInputProps('repeatMinutes')}
        />
        <CookieFields form={form} />
        <Checkbox
          label={t`Respect Global Privacy Control: no cookie for a browser that asks not to be followed`}
          key={form.key('gpc')}
          {...form.getInputProps('gpc', { type: 'checkbox' })}
        />
        <Checkbox
          label={t`Show customers to partners masked`}
          key={form.key('maskCustomers')}
          {...form.getInputProps('maskCustomers', { type: 'checkbox' })}
        />
      </ContractForm>
      {disabled && <Trans>Owners and managers change these settings.</Trans>}
    </fieldset>
  );
}

function CookieFields({ form }: { form: ReturnType<typeof useSettings>['form'] }) {
  const { t } = useLingui();
  return (
    <>
      <Radio.Group
        label={t`Cookie at the redirect`}
        description={t`In many countries the law asks for the visitor's consent first; without a cookie the click id travels in the address.`}
        key={form.key('cookie')}
        {...form.getInputProps('cookie')}
      >
        <Stack gap={6} mt={6}>
          <Radio value="never" label={t`Never`} />
          <Radio value="set" label={t`Set one`} />
        </Stack>
      </Radio.Group>
      <NumberInput
        label={t`Days the cookie lasts`}
        allowDecimal={false}
        allowNegative={false}
        key={form.key('cookieDays')}
        {...form.getInputProps('cookieDays')}
      />
    </>
  );
}

function useSettings(program: Program) {
  const { t } = useLingui();
  const client = useQueryClient();
  const { name, slug, destinationUrl, clickParameter, cookie, cookieDays, repeatMinutes, maskCustomers } = program;
  const before = { name, slug, destinationUrl, clickParameter, cookie, cookieDays, repeatMinutes, maskCustomers };
  const changed = () => refresh(client, 'getProgram', 'listPrograms');
  const takeBack = async () => {
    try {
      await call('changeProgram', { params: { id: program.id }, body: { ...before, gpc: program.gpc } });
      await changed();
    } catch (error) {
      problemToast(error);
    }
  };
  return useContractForm({
    route: 'changeProgram',
    schema: async () => (await import('@cordee/contract/program')).programRoutes.changeProgram.body,
    initial: { ...before, gpc: program.gpc === 'respect' },
    toInput: ({ gpc, ...rest }) => ({
      params: { id: program.id },
      body: { ...rest, gpc: gpc ? 'respect' : 'ignore' } as Changes,
    }),
    onDone: async () => {
      await changed();
      toast(t`The settings were saved; links follow at once.`, () => void takeBack());
    },
  });
}
