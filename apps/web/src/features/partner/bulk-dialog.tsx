import { Stack, Text } from '@mantine/core';
import { Plural, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refresh } from '../../lib/api/queries.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { problemToast, toast } from '../../ui/toast.ts';
import { BulkFields, firstChange } from './bulk-fields.tsx';
import { undoOf, type BulkKind, type Outcome } from './bulk.ts';
import { doTogether } from './do-together.ts';
import type { ListedPartner } from './partner.queries.ts';

/** A partner something could not be done to, and why. */
export type Refused = Pick<Outcome, 'partnerId' | 'message'> & { readonly name: string };

interface BulkDialogProps {
  readonly kind: BulkKind;
  readonly partners: readonly ListedPartner[];
  readonly onClose: () => void;
  /** It was done to all of them: the selection has served. */
  readonly onDone: () => void;
  readonly onRefused: (refused: readonly Refused[]) => void;
}

/** Asks what is still to be known, does it to all that are selected, and tells who was refused and why. */
export function BulkDialog({ kind, partners: selected, onClose, onDone, onRefused }: BulkDialogProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  // What is asked about stays the same while the list behind is read again.
  const [partners] = useState(selected);
  const [change, setChange] = useState(() => firstChange(kind));
  const reread = () => refresh(client, 'listPartners', 'countStages', 'listTags', 'getPartner', 'listEnrollments');
  const confirm = async () => {
    if (change === null) return;
    const outcomes = await doTogether(
      change,
      partners.map(({ id }) => id),
    );
    const done = new Set(outcomes.filter(({ outcome }) => outcome === 'done').map(({ partnerId }) => partnerId));
    const undo = undoOf(
      change,
      partners.filter(({ id }) => done.has(id)),
    );
    const takeBack = async () => {
      for (const step of undo) await doTogether(step.change, step.ids);
      await reread();
    };
    await reread();
    const said = t`Changed: ${done.size} of ${partners.length}.`;
    toast(said, undo.length === 0 ? undefined : () => void takeBack().catch(problemToast));
    const refused = outcomes.filter(({ outcome }) => outcome === 'refused');
    if (refused.length === 0) onDone();
    const names = new Map(partners.map(({ id, name }) => [id, name]));
    onRefused(refused.map(({ partnerId, message }) => ({ partnerId, message, name: names.get(partnerId) ?? partnerId })));
  };
  const words = { stage: t`Move`, tag: t`Add the tags`, untag: t`Remove the tags`, enroll: t`Enroll`, archive: t`Archive` };
  return (
    <Confirm
      title={words[kind]}
      verb={words[kind]}
      dangerous={kind === 'archive'}
      disabled={change === null}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text fw={500}>
          <Plural value={partners.length} one="# partner" other="# partners" />
        </Text>
        <BulkFields kind={kind} partners={partners} change={change} onChange={setChange} />
      </Stack>
    </Confirm>
  );
}
