import { Alert, Button, Group, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { movedAlone, withValues } from '@cordee/core/charter';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import type { Clause, VersionSummary } from './charter.queries.ts';
import { languageWords } from './charter-words.ts';
import classes from './charter.module.css';
import { useCharterAct } from './use-charter-act.ts';

interface ClauseEditorProps {
  readonly charterId: string;
  readonly version: Pick<VersionSummary, 'state' | 'revision'>;
  readonly prevailing: 'fr' | 'en';
  readonly clause: Clause;
  /** Taken from the library, and not in the charter yet. */
  readonly isNew: boolean;
  readonly onClose: () => void;
}

/** A clause in both languages side by side, with its values. In a shared draft what is changed here is proposed. */
export function ClauseEditor({ charterId, version, prevailing, clause, isNew, onClose }: ClauseEditorProps) {
  const { t } = useLingui();
  const [draft, setDraft] = useState(clause);
  const [text, setText] = useState('');
  const { act, busy, error } = useCharterAct(onClose);
  const isProposal = version.state === 'shared';
  const send = (after: Clause | null) => {
    const change = { part: 'clause' as const, key: clause.key, after };
    const params = { id: charterId };
    if (!isProposal) {
      return act('editCharter', { params, body: { revision: version.revision, changes: [change] } }, t`Changed.`);
    }
    const body = { change, ...(text.trim() === '' ? {} : { text }) };
    return act('proposeCharterChange', { params, body }, t`Proposed. The other side accepts or refuses it.`);
  };
  const alone = isNew ? null : movedAlone(clause, draft);
  const verb = isProposal ? t`Propose` : isNew ? t`Add` : t`Save`;
  return (
    <SideDrawer title={clause.title[prevailing]} onClose={onClose} size="xl">
      <Stack>
        <Texts draft={draft} prevailing={prevailing} onChange={setDraft} />
        <Values draft={draft} onChange={setDraft} />
        {alone !== null && (
          <Alert color="yellow" variant="outline" role="note">
            <Trans>You changed one language only. Write the same in the other, or both may say different things.</Trans>
          </Alert>
        )}
        {isProposal && (
          <Textarea
            label={t`For the other side`}
            description={t`Why you propose it; may stay empty.`}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        {error !== null && <ProblemNotice error={error} />}
        <Group justify="space-between">
          <Button loading={busy} onClick={() => void send(draft)}>
            {verb}
          </Button>
          {!isNew && (
            <Button variant="default" disabled={busy} onClick={() => void send(null)}>
              {isProposal ? t`Propose to remove it` : t`Remove it`}
            </Button>
          )}
        </Group>
      </Stack>
    </SideDrawer>
  );
}

interface TextsProps {
  readonly draft: Clause;
  readonly prevailing: 'fr' | 'en';
  readonly onChange: (clause: Clause) => void;
}

/** Both languages beside one another, the prevailing one first. */
function Texts({ draft, prevailing, onChange }: TextsProps) {
  const { t } = useLingui();
  const write = (part: 'title' | 'text', language: 'fr' | 'en', value: string) =>
    onChange({ ...draft, [part]: { ...draft[part], [language]: value } });
  return (
    <div className={classes['pair']}>
      {([prevailing, prevailing === 'fr' ? 'en' : 'fr'] as const).map((language) => (
        <Stack key={language} gap="xs">
          <TextInput
            label={`${t(languageWords[language])} · ${t`title`}`}
            lang={language}
            value={draft.title[language]}
            onChange={(event) => write('title', language, event.currentTarget.value)}
          />
          <Textarea
            label={`${t(languageWords[language])} · ${t`text`}`}
            lang={language}
            autosize
            minRows={6}
            maxRows={24}
            value={draft.text[language]}
            onChange={(event) => write('text', language, event.currentTarget.value)}
          />
        </Stack>
      ))}
    </div>
  );
}

/** What the words in braces stand for; what falls due follows from them. */
function Values({ draft, onChange }: { draft: Clause; onChange: (clause: Clause) => void }) {
  const names = Object.keys(draft.values);
  if (names.length === 0) return null;
  const change = (name: string, value: number | string) => onChange(withValues(draft, { [name]: value }) as Clause);
  return (
    <Group align="flex-end">
      {names.map((name) => {
        const value = draft.values[name] ?? '';
        if (typeof value !== 'number') {
          return (
            <TextInput
              key={name}
              label={`{${name}}`}
              value={value}
              onChange={(event) => change(name, event.currentTarget.value)}
            />
          );
        }
        return (
          <NumberInput
            key={name}
            label={`{${name}}`}
            w={120}
            min={0}
            allowDecimal={false}
            value={value}
            onChange={(next) => change(name, typeof next === 'number' ? next : 0)}
          />
        );
      })}
    </Group>
  );
}
