import { Checkbox, type CheckboxProps, Select, type SelectProps, Textarea, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnswerOf } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useWorkspace, useZone } from '../../lib/workspace.tsx';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';
import type { OwnKind } from './contribution.queries.ts';
import { kindHints, kindWords } from './contribution-words.ts';
import { bodyOf, emptyDeclaration, fieldOf } from './declaration.ts';
import { KindFields } from './kind-fields.tsx';

interface DeclareContributionProps {
  /** Those the partner is in; at least one. */
  readonly programs: AnswerOf<'getTerms'>;
  readonly onClose: () => void;
  readonly onDeclared: (id: string) => void;
}

const KINDS: readonly OwnKind[] = ['deal', 'introduction', 'lead', 'contribution'];

/** Declares a deal, an introduction, a lead or work; the fields follow what it is. */
export function DeclareContribution({ programs, onClose, onDeclared }: DeclareContributionProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const language = useLanguage();
  const zone = useZone();
  const currency = useWorkspace()?.currency ?? 'EUR';
  const [kind, setKind] = useState<OwnKind>('deal');
  const state = useContractForm({
    route: 'declareContribution',
    schema: async () => (await import('@cordee/contract/contribution')).contributionRoutes.declareContribution.body,
    initial: emptyDeclaration(programs[0]?.enrollment.id ?? '', currency),
    toInput: (values) => ({ body: bodyOf(kind, values, { language, zone }) }),
    fieldOf,
    onDone: async ({ id }) => {
      await refresh(client, 'listContributions');
      toast(t`It is with the company now.`);
      onDeclared(id);
    },
  });
  const { form } = state;
  const field = (name: Parameters<typeof form.key>[0]) => ({ key: form.key(name), ...form.getInputProps(name) });
  return (
    <SideDrawer title={t`Register`} onClose={onClose} size="md">
      <ContractForm state={state} verb={t`Register`}>
        <Select
          label={t`What`}
          description={t(kindHints[kind])}
          allowDeselect={false}
          data={KINDS.map((value) => ({ value, label: t(kindWords[value]) }))}
          value={kind}
          onChange={(value) => setKind(value ?? 'deal')}
        />
        <ProgramSelect programs={programs} {...field('enrollmentId')} />
        <TextInput
          label={t`Customer`}
          description={t`The organisation or the person.`}
          autoComplete="off"
          {...field('customerName')}
        />
        <TextInput
          type="email"
          label={t`Their e-mail`}
          description={t`The company recognises them by it.`}
          autoComplete="off"
          {...field('customerEmail')}
        />
        <KindFields kind={kind} field={field} />
        <Textarea label={t`For the company`} autosize minRows={2} maxRows={8} {...field('description')} />
        <TextInput
          type="url"
          label={t`Where it can be checked`}
          description={t`The address of a document or a page.`}
          {...field('evidenceUrl')}
        />
        {kind === 'lead' && (
          <Consent
            key={form.key('consent')}
            refused={form.errors['consent'] !== undefined}
            {...form.getInputProps('consent', { type: 'checkbox' })}
          />
        )}
      </ContractForm>
    </SideDrawer>
  );
}

/** Whose data is handed over has to have agreed. */
function Consent({ refused, ...input }: CheckboxProps & { refused: boolean }) {
  const { t } = useLingui();
  return (
    <Checkbox
      {...input}
      label={<Trans>This person agreed that the company contacts them.</Trans>}
      error={refused ? t`Nothing is taken without it.` : null}
    />
  );
}

/** Which program it is for; nobody is asked who is in one. */
function ProgramSelect({ programs, ...props }: SelectProps & Pick<DeclareContributionProps, 'programs'>) {
  const { t } = useLingui();
  if (programs.length < 2) return null;
  const data = programs.map(({ enrollment, program }) => ({ value: enrollment.id, label: program.name }));
  return <Select label={t`Program`} allowDeselect={false} {...props} data={data} />;
}
