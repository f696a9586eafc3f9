import { Button, Text, Textarea } from '@mantine/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { FileField, noFiles } from '../../ui/lazy-files.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { problemToast, toast } from '../../ui/toast.ts';
import { touched, type DisputeDetail, type Side } from './dispute.queries.ts';
import { partWords } from './dispute-words.ts';

const hints = {
  facts: msg`What happened, when, with whom. Only what you can show.`,
  position: msg`What follows from it, in your eyes: a clause, a custom, a promise.`,
  asks: msg`What you want in the end.`,
  proposal: msg`How it could be ended now. May stay empty.`,
  accepts: msg`The least you would agree to. May stay empty.`,
} as const;
const parts = Object.keys(hints) as (keyof typeof hints)[];
const nothing = { facts: '', position: '', asks: '', proposal: '', accepts: '' };

interface BriefFormProps {
  readonly of: DisputeDetail;
  readonly side: Side;
  readonly onClose: () => void;
}

/** The brief of one's own side: kept as a draft, or handed in for good. */
export function BriefForm({ of, onClose }: BriefFormProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [files, setFiles] = useState(noFiles);
  const [saving, setSaving] = useState(false);
  const rung = of.ladder[of.step.number - 1];
  const state = useContractForm({
    route: 'submitDisputeBrief',
    schema: async () => (await import('@cordee/contract/dispute-actions')).disputeActionRoutes.submitDisputeBrief.body,
    initial: of.draft ?? nothing,
    toInput: (texts) => ({ params: { id: of.id }, body: { ...texts, files: [...files.ids] } }),
    fieldOf: (path) => /^files/.exec(path)?.[0] ?? path,
    onDone: async () => {
      await refresh(client, ...touched);
      toast(t`Your brief is handed in.`);
      onClose();
    },
  });
  const { form } = state;
  const keep = async () => {
    setSaving(true);
    try {
      await call('saveDisputeBrief', { params: { id: of.id }, body: form.getValues() });
      await refresh(client, 'getDispute');
      toast(t`Your draft is kept; only your side reads it.`);
      onClose();
    } catch (problem) {
      problemToast(problem);
    } finally {
      setSaving(false);
    }
  };
  return (
    <SideDrawer title={t`Your brief`} onClose={onClose} size="xl">
      <Text c="dimmed" mb="md">
        {rung?.briefs === 'blind' ? (
          <Trans>Sealed when it is handed in: the other side reads it once its own is in too, or the step is over.</Trans>
        ) : (
          <Trans>The other side reads it as soon as it is handed in.</Trans>
        )}
      </Text>
      <ContractForm state={state} verb={t`Hand in for good`} disabled={files.busy || saving}>
        {parts.map((part) => (
          <Textarea
            key={form.key(part)}
            label={t(partWords[part])}
            description={t(hints[part])}
            autosize
            minRows={2}
            maxRows={14}
            {...form.getInputProps(part)}
          />
        ))}
        <FileField
          label={t`Files`}
          error={typeof form.errors['files'] === 'string' ? form.errors['files'] : null}
          onChange={setFiles}
        />
        <Button variant="default" loading={saving} style={{ alignSelf: 'flex-start' }} onClick={() => void keep()}>
          <Trans>Keep as a draft</Trans>
        </Button>
      </ContractForm>
    </SideDrawer>
  );
}
