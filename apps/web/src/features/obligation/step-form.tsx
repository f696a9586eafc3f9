import { Alert, Textarea } from '@mantine/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { FileField, noFiles } from '../../ui/lazy-files.tsx';
import { toast } from '../../ui/toast.ts';
import { touched, type ObligationDetail, type ObligationStep } from './obligation.queries.ts';
import { stepWords } from './obligation-words.ts';

const hints = {
  handed_in: msg`What was done, when, by whom. Both sides read it.`,
  refused: msg`What is not right, and what you expect. It is owed again.`,
  waived: msg`Why it is no longer owed. This cannot be taken back.`,
  missed: msg`What was missed, as you saw it. This cannot be taken back.`,
} as const;

/** One step of one side, with its words and proofs. */
export function StepForm({ of, step }: { of: ObligationDetail; step: ObligationStep }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [files, setFiles] = useState(noFiles);
  const state = useContractForm({
    route: 'stepObligation',
    schema: async () => (await import('@cordee/contract/obligation')).obligationRoutes.stepObligation.body,
    initial: { text: '', links: '' },
    toInput: ({ text, links }) => ({
      params: { id: of.id },
      body: {
        step,
        text: text.trim() === '' ? null : text,
        links: links.split(/\s+/).filter((link) => link !== ''),
        files: [...files.ids],
      },
    }),
    fieldOf: (path) => /^(?:links|files)/.exec(path)?.[0] ?? path,
    onDone: async () => {
      await refresh(client, ...touched);
      toast(t`Done.`);
    },
  });
  const { form } = state;
  const refused = form.errors['step'];
  const hasProof = step === 'handed_in';
  return (
    <ContractForm state={state} verb={t(stepWords[step])} disabled={files.busy}>
      <Textarea
        label={hasProof ? t`In a few words` : t`Reason`}
        description={t(hints[step])}
        autosize
        minRows={2}
        maxRows={10}
        key={form.key('text')}
        {...form.getInputProps('text')}
      />
      {hasProof && (
        <>
          <Textarea
            label={t`Links`}
            description={t`One address a line.`}
            autosize
            minRows={1}
            maxRows={5}
            key={form.key('links')}
            {...form.getInputProps('links')}
          />
          <FileField
            label={t`Files`}
            error={typeof form.errors['files'] === 'string' ? form.errors['files'] : null}
            onChange={setFiles}
          />
        </>
      )}
      {refused !== undefined && refused !== null && <Alert color="red" variant="outline" role="alert" title={refused} />}
    </ContractForm>
  );
}
