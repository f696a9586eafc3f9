import { Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../lib/api/call.ts';
import { asProblem } from '../../../lib/api/problem.ts';
import { refresh } from '../../../lib/api/queries.ts';
import { Confirm } from '../../../ui/confirm.tsx';
import { toast } from '../../../ui/toast.ts';
import { touched } from './leaving.queries.ts';

export type ActKind = 'notice' | 'offer' | 'agree' | 'decline' | 'take_back' | 'begin' | 'settle' | 'end';

interface ActDialogProps {
  readonly kind: ActKind;
  readonly label: string;
  readonly partnerId: string;
  readonly onClose: () => void;
}

type Gate = 'exit_plan' | 'enrollments_ended' | 'balance_zero' | 'access_revoked';

/** Asks before a step of a leaving, and for what has to be said with it; what keeps it can be passed by with a reason. */
export function ActDialog({ kind, label, partnerId, onClose }: ActDialogProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [words, setWords] = useState('');
  const [day, setDay] = useState('');
  const [offers, setOffers] = useState<'end' | 'withdrawal'>('end');
  const [kept, setKept] = useState<readonly string[]>([]);
  const params = { id: partnerId };
  const said = words.trim() === '' ? {} : { text: words };
  const waivers = words.trim() === '' ? [] : kept.map((gate) => ({ gate: gate as Gate, reason: words }));
  const send: Readonly<Record<ActKind, () => Promise<unknown>>> = {
    notice: () => call('giveNotice', { params, body: { reason: words, ...(day === '' ? {} : { endsOn: day }) } }),
    offer: () =>
      call('offerLeaving', {
        params,
        body: { kind: offers, ...said, ...(offers === 'end' && day !== '' ? { endsOn: day } : {}) },
      }),
    agree: () => call('answerLeaving', { params, body: { agree: true, ...said } }),
    decline: () => call('answerLeaving', { params, body: { agree: false, ...said } }),
    take_back: () => call('answerLeaving', { params, body: { agree: false, ...said } }),
    begin: () => call('beginLeaving', { params, body: { waivers } }),
    settle: () => call('settleLeaving', { params, body: words.trim() === '' ? {} : { despite: words } }),
    end: () => call('endLeaving', { params, body: { waivers } }),
  };
  const confirm = async () => {
    try {
      await send[kind]();
    } catch (refusal) {
      const { code, fields } = asProblem(refusal);
      if (code === 'gates_shut') setKept(fields.map(({ path }) => path.replace('waivers.', '')));
      if (code === 'not_settled') setKept(['despite']);
      throw refusal;
    }
    await refresh(client, ...touched);
    toast(t`Done.`);
  };
  return (
    <Confirm
      title={`${label}?`}
      verb={label}
      dangerous={kind === 'notice' || kind === 'end'}
      disabled={(kind === 'notice' && words.trim() === '') || (kind === 'offer' && offers === 'end' && day === '')}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Meaning kind={kind} />
        <Fields
          kind={kind}
          isKept={kept.length > 0}
          said={{ words, day, offers }}
          onSay={(change) => {
            if (change.words !== undefined) setWords(change.words);
            if (change.day !== undefined) setDay(change.day);
            if (change.offers !== undefined) setOffers(change.offers);
          }}
        />
      </Stack>
    </Confirm>
  );
}

interface Said {
  readonly words: string;
  readonly day: string;
  readonly offers: 'end' | 'withdrawal';
}

interface FieldsProps {
  readonly kind: ActKind;
  /** Something keeps the step: a reason passes it by. */
  readonly isKept: boolean;
  readonly said: Said;
  readonly onSay: (change: Partial<Said>) => void;
}

/** What has to be said with a step. */
function Fields({ kind, isKept, said: { words, day, offers }, onSay }: FieldsProps) {
  const { t } = useLingui();
  const asksWords = kind === 'notice' || kind === 'offer' || kind === 'agree' || kind === 'decline' || isKept;
  const asksDay = kind === 'notice' || (kind === 'offer' && offers === 'end');
  return (
    <>
      {kind === 'offer' && (
        <Radio.Group
          label={t`What do you propose?`}
          value={offers}
          onChange={(value) => onSay({ offers: value === 'withdrawal' ? 'withdrawal' : 'end' })}
        >
          <Stack gap={6} mt={4}>
            <Radio value="end" label={t`Another last day`} />
            <Radio value="withdrawal" label={t`To withdraw the notice`} />
          </Stack>
        </Radio.Group>
      )}
      {asksDay && (
        <TextInput
          type="date"
          label={t`Last day`}
          description={kind === 'notice' ? t`Empty: the earliest one.` : undefined}
          value={day}
          onChange={(event) => onSay({ day: event.currentTarget.value })}
        />
      )}
      {asksWords && (
        <Textarea
          label={kind === 'notice' ? t`Reason` : isKept ? t`Why it is done all the same` : t`A word with it`}
          description={
            kind === 'notice' ? t`The other side reads it.` : isKept ? t`Kept for good, with your name.` : t`May stay empty.`
          }
          autosize
          minRows={2}
          value={words}
          onChange={(event) => onSay({ words: event.currentTarget.value })}
        />
      )}
    </>
  );
}

/** What will happen, and whether it can be taken back. */
function Meaning({ kind }: { kind: ActKind }) {
  switch (kind) {
    case 'notice':
      return (
        <Trans>
          The other side is told in writing. The end of the charter and its obligations follow. Only both together can undo it.
        </Trans>
      );
    case 'offer':
      return <Trans>Nothing changes until the other side agrees.</Trans>;
    case 'agree':
      return <Trans>What is proposed holds from now on, in the charter too.</Trans>;
    case 'decline':
      return <Trans>What was agreed before goes on.</Trans>;
    case 'take_back':
      return <Trans>The other side can no longer agree to it.</Trans>;
    case 'begin':
      return <Trans>The stage becomes “leaving”. Links and codes go on until the last day.</Trans>;
    case 'settle':
      return <Trans>The books are read as they stand and kept with a fingerprint. Until the end it can be made anew.</Trans>;
    case 'end':
      return (
        <Trans>
          Links, codes and calendar addresses are over. The partner’s people read their statements, the final account and their
          archive for the days agreed, and nothing else. It cannot be undone.
        </Trans>
      );
  }
}
