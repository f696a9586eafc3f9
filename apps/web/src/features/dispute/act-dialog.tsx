import { NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { FileField, noFiles } from '../../ui/lazy-files.tsx';
import { toast } from '../../ui/toast.ts';
import { touched, type ActBody, type DisputeDetail } from './dispute.queries.ts';
import { actWords, reasonWords } from './dispute-words.ts';

export type DialogAct = keyof typeof actWords;
type Reason = keyof typeof reasonWords;

/** What will happen, and what the other side has to do with it. */
const meanings = {
  say: msg`The other side reads it; it cannot be changed afterwards.`,
  pause: msg`For a reason of your own the clock stops at once; for the others the other side has to agree. It runs again by itself after thirty days, ninety where both agreed.`,
  resume: msg`The days of this step count again from today.`,
  extend: msg`The last day moves once the other side agrees.`,
  agree: msg`What the other side asked for holds at once.`,
  decline: msg`Nothing changes for the clock.`,
  step_up: msg`Those of the next step take over, and both sides write a brief for them.`,
  name_mediator: msg`Both sides and the proof file read who mediates and since when.`,
  end_mediation: msg`The ladder is then at its end: the proof file is ready, and a court may follow. An agreement remains possible.`,
  accept: msg`The dispute ends with this decision. What falls due by it becomes obligations.`,
  refuse: msg`The dispute goes on; another decision can be proposed.`,
  withdraw: msg`The dispute ends without a decision. What was written stays.`,
} as const;

const dangerous: readonly DialogAct[] = ['withdraw', 'end_mediation', 'refuse'];
const needsWords: readonly DialogAct[] = ['say', 'end_mediation'];
const silent: readonly DialogAct[] = ['agree', 'accept'];

interface ActDialogProps {
  readonly act: DialogAct;
  readonly of: DisputeDetail;
  /** Of the decision that is answered. */
  readonly number: number;
  readonly onClose: () => void;
}

/** Asks before an act, and for what has to be said with it. */
export function ActDialog({ act, of, number, onClose }: ActDialogProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [words, setWords] = useState('');
  const [reason, setReason] = useState<Reason>('documents');
  const [days, setDays] = useState(5);
  const [name, setName] = useState('');
  const [day, setDay] = useState(() => new Date().toISOString().slice(0, 10));
  const [files, setFiles] = useState(noFiles);
  const text = words.trim() === '' ? null : words;
  const confirm = async () => {
    const body = bodyOf(act, { text, reason, days, name, day, number, files: [...files.ids] });
    await call('actInDispute', { params: { id: of.id }, body });
    await refresh(client, ...touched);
    toast(t`Done.`);
  };
  const isMissing = (needsWords.includes(act) && text === null) || (act === 'name_mediator' && name.trim() === '');
  return (
    <Confirm
      title={t(actWords[act])}
      verb={t(actWords[act])}
      dangerous={dangerous.includes(act)}
      disabled={isMissing || files.busy}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Stack gap="sm">
        {t(meanings[act])}
        {act === 'pause' && (
          <Select
            label={t`Reason`}
            allowDeselect={false}
            data={Object.entries(reasonWords).map(([value, label]) => ({ value, label: t(label) }))}
            value={reason}
            onChange={(value) => setReason((value ?? 'documents') as Reason)}
          />
        )}
        {act === 'extend' && (
          <NumberInput label={t`Days more`} min={1} max={60} value={days} onChange={(value) => setDays(Number(value))} />
        )}
        {act === 'name_mediator' && (
          <>
            <TextInput label={t`Who mediates`} value={name} onChange={(event) => setName(event.currentTarget.value)} />
            <TextInput type="date" label={t`Since`} value={day} onChange={(event) => setDay(event.currentTarget.value)} />
          </>
        )}
        {!silent.includes(act) && (
          <Textarea
            label={needsWords.includes(act) ? t`In your words` : t`In your words, if you like`}
            autosize
            minRows={2}
            maxRows={10}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        )}
        {act === 'say' && <FileField label={t`Files`} error={null} onChange={setFiles} />}
      </Stack>
    </Confirm>
  );
}

interface Said {
  readonly text: string | null;
  readonly reason: Reason;
  readonly days: number;
  readonly name: string;
  readonly day: string;
  readonly number: number;
  readonly files: string[];
}

function bodyOf(act: DialogAct, { text, reason, days, name, day, number, files }: Said): ActBody {
  switch (act) {
    case 'say':
      return { act, text: text ?? '', links: [], files };
    case 'pause':
      return { act, reason, text };
    case 'extend':
      return { act, days, text };
    case 'agree':
      return { act };
    case 'name_mediator':
      return { act, name, on: day, text };
    case 'end_mediation':
      return { act, text: text ?? '' };
    case 'accept':
      return { act, number };
    case 'refuse':
      return { act, number, text };
    case 'resume':
    case 'decline':
    case 'step_up':
    case 'withdraw':
      return { act, text };
  }
}
