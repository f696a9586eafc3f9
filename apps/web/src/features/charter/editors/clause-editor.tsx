import { Alert, Select } from '@mantine/core';
import { movedAlone } from '@cordee/core/charter';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useLanguage } from '../../../lib/use-language.ts';
import type { Clause, Version } from '../charter.queries.ts';
import type { Change } from '../use-change.ts';
import { ClauseFields, isOwnClause, withoutUnused } from './clause-fields.tsx';
import { PartDrawer, type EditorProps } from './part-drawer.tsx';

interface ClauseEditorProps extends EditorProps {
  readonly clause: Clause;
  /** Taken from the library or written here, and not in the charter yet. */
  readonly isNew: boolean;
}

/** A clause in both languages side by side, with its values and what falls due by it. In a shared draft what is changed here is proposed. */
export function ClauseEditor({ clause, isNew, ...props }: ClauseEditorProps) {
  const { t } = useLingui();
  const { document } = props.version;
  const place = isNew ? document.clauses.length : document.clauses.findIndex(({ key }) => key === clause.key);
  const [draft, setDraft] = useState(clause);
  const [at, setAt] = useState(place);
  const example = '{days}';
  const isOwn = isOwnClause(clause);
  const alone = isNew ? null : movedAlone(clause, draft);
  const after = isOwn ? withoutUnused(draft) : draft;
  const change: Change = { part: 'clause', key: clause.key, after, ...(at === place ? {} : { at }) };
  return (
    <PartDrawer
      {...props}
      title={clause.title[document.prevailing] || t`A clause of your own`}
      help={
        isOwn ? (
          <Trans>
            Write it in both languages. A word in braces, as {example}, stands for a value both texts share. What falls due by it
            is said below, so that it is followed. Have counsel review it: this is not legal advice.
          </Trans>
        ) : (
          <Trans>Change the values, or the words in both languages. What falls due follows from the values.</Trans>
        )
      }
      changes={[change]}
      articles={[`clause:${clause.key}`]}
      removal={isNew ? undefined : { part: 'clause', key: clause.key, after: null }}
    >
      <ClauseFields clause={draft} onChange={setDraft} />
      {alone !== null && (
        <Alert color="yellow" variant="outline" role="note">
          <Trans>You changed one language only. Write the same in the other, or both may say different things.</Trans>
        </Alert>
      )}
      <PlaceField document={document} own={clause.key} value={at} onChange={setAt} />
    </PartDrawer>
  );
}

interface PlaceFieldProps {
  readonly document: Version['document'];
  readonly own: string;
  readonly value: number;
  readonly onChange: (at: number) => void;
}

function PlaceField({ document, own, value, onChange }: PlaceFieldProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const others = document.clauses.filter(({ key }) => key !== own);
  return (
    <Select
      label={t`Stands after`}
      allowDeselect={false}
      searchable
      value={String(value)}
      onChange={(next) => onChange(Number(next ?? value))}
      data={[
        { value: '0', label: t`Nothing: it is the first` },
        ...others.map(({ title }, index) => ({ value: String(index + 1), label: `${index + 1}. ${title[language]}` })),
      ]}
    />
  );
}
