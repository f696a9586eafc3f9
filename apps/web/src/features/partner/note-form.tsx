import { Button, Textarea } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { toast } from '../../ui/toast.ts';
import type { Note } from './partner.queries.ts';

interface NoteFormProps {
  readonly partnerId: string;
  /** The one to correct; a new one when absent. */
  readonly note?: Note;
  readonly onClose?: () => void;
}

/** Writes a note, or corrects one. */
export function NoteForm({ partnerId, note, onClose }: NoteFormProps) {
  return note === undefined ? <WriteNote partnerId={partnerId} /> : <ChangeNote note={note} onClose={onClose} />;
}

function WriteNote({ partnerId }: { partnerId: string }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const state = useContractForm({
    route: 'writeNote',
    schema: async () => (await import('@cordee/contract/partnership')).partnershipRoutes.writeNote.body,
    initial: { text: '' },
    toInput: (body) => ({ params: { id: partnerId }, body }),
    onDone: () => written(),
  });
  async function written(): Promise<void> {
    state.form.reset();
    await refresh(client, 'listNotes', 'getTimeline');
    toast(t`The note is written.`);
  }
  return (
    <ContractForm state={state} verb={t`Write the note`}>
      <Textarea
        label={t`A new note`}
        description={t`For the company only: the partner never sees it.`}
        autosize
        minRows={2}
        maxRows={12}
        key={state.form.key('text')}
        {...state.form.getInputProps('text')}
      />
    </ContractForm>
  );
}

function ChangeNote({ note, onClose }: { note: Note; onClose: (() => void) | undefined }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const state = useContractForm({
    route: 'changeNote',
    schema: async () => (await import('@cordee/contract/partnership')).partnershipRoutes.changeNote.body,
    initial: { text: note.text },
    toInput: (body) => ({ params: { id: note.id }, body }),
    onDone: async () => {
      await refresh(client, 'listNotes', 'getTimeline');
      toast(t`The note is changed.`);
      onClose?.();
    },
  });
  return (
    <ContractForm
      state={state}
      verb={t`Save`}
      beside={
        <Button variant="default" onClick={onClose}>
          {t`Cancel`}
        </Button>
      }
    >
      <Textarea
        label={t`Note`}
        autosize
        minRows={2}
        maxRows={12}
        data-autofocus
        autoFocus
        key={state.form.key('text')}
        {...state.form.getInputProps('text')}
      />
    </ContractForm>
  );
}
