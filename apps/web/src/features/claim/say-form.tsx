import { Alert, Checkbox, Textarea } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { FileField, noFiles } from '../../ui/lazy-files.tsx';
import { toast } from '../../ui/toast.ts';
import { linksOf, textOf } from './claim-draft.ts';
import { touched, type Claim } from './claim.queries.ts';

/** Adds what one side writes; a question of the company stops the clock, and the partner's next words are its reply. */
export function SayForm({ claim, asCompany }: { claim: Claim; asCompany: boolean }) {
  // Begun anew after each entry.
  const [round, setRound] = useState(0);
  return <Form key={round} claim={claim} asCompany={asCompany} onSaid={() => setRound((now) => now + 1)} />;
}

function Form({ claim, asCompany, onSaid }: { claim: Claim; asCompany: boolean; onSaid: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [files, setFiles] = useState(noFiles);
  const state = useContractForm({
    route: 'sayInClaim',
    schema: async () => (await import('@cordee/contract/claim')).claimRoutes.sayInClaim.body,
    initial: { text: '', links: '', question: false },
    toInput: ({ text, links, question }) => ({
      params: { id: claim.id },
      body: { text, links: linksOf(links), files: [...files.ids], ...(question ? { question } : {}) },
    }),
    fieldOf: (path) => /^(?:links|files)/.exec(path)?.[0] ?? path,
    onDone: async () => {
      await refresh(client, ...touched);
      toast(t`Added.`);
      onSaid();
    },
  });
  const { form } = state;
  const isReply = !asCompany && claim.state === 'asked';
  const refused = form.errors['id'];
  return (
    <ContractForm state={state} verb={isReply ? t`Reply` : t`Add`} disabled={files.busy}>
      <Textarea
        label={isReply ? t`Your reply` : t`Write to the other side`}
        description={
          isReply ? t`The days to answer run again once you reply.` : t`Both sides read it; it cannot be changed afterwards.`
        }
        autosize
        minRows={3}
        maxRows={12}
        key={form.key('text')}
        {...form.getInputProps('text')}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) state.submit(event);
        }}
      />
      <Textarea
        label={t`Links to evidence`}
        description={t`One address a line: a document, a screenshot, a mail.`}
        autosize
        minRows={1}
        maxRows={6}
        key={form.key('links')}
        {...form.getInputProps('links')}
      />
      <FileField label={t`Files`} error={textOf(form.errors['files'])} onChange={setFiles} />
      {asCompany && (
        <Checkbox
          label={t`It is a question: the days to answer stand still until the partner replies.`}
          key={form.key('question')}
          {...form.getInputProps('question', { type: 'checkbox' })}
        />
      )}
      {refused !== undefined && refused !== null && <Alert color="red" variant="outline" role="alert" title={refused} />}
    </ContractForm>
  );
}
