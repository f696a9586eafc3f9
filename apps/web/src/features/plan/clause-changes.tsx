import { Switch } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { compareClauses, compareWords, type ClauseChange } from '@cordee/core/plan';
import type { Language } from '@cordee/contract/language';
import { useState } from 'react';
import { useLanguage } from '../../lib/use-language.ts';
import classes from './clause-changes.module.css';
import type { Clauses } from './clause-list.tsx';

interface ClauseChangesProps {
  readonly before: Clauses;
  readonly after: Clauses;
  /** The reader's own unless said. */
  readonly language?: Language;
}

/** What differs between two versions, clause by clause and word by word. */
export function ClauseChanges({ before, after, language }: ClauseChangesProps) {
  const { t } = useLingui();
  const own = useLanguage();
  const spoken = language ?? own;
  const [withSame, setWithSame] = useState(false);
  const changes = compareClauses(before[spoken], after[spoken]);
  const different = changes.filter(({ kind }) => kind !== 'same').length;
  const shown = withSame ? changes : changes.filter(({ kind }) => kind !== 'same');
  return (
    <div>
      <p style={{ margin: '0 0 8px' }}>
        {different === 0 ? (
          <Trans>No clause differs.</Trans>
        ) : (
          <Plural value={different} one="# clause differs." other="# clauses differ." />
        )}
      </p>
      <Switch
        size="xs"
        mb="sm"
        label={t`Show what stays as well`}
        checked={withSame}
        onChange={({ currentTarget }) => setWithSame(currentTarget.checked)}
      />
      <ol className={classes['changes']}>
        {shown.map((change) => (
          <Change
            key={`${change.kind} ${('after' in change ? change.after : change.before).number}`}
            change={change}
            language={spoken}
          />
        ))}
      </ol>
    </div>
  );
}

function Change({ change, language }: { change: ClauseChange; language: Language }) {
  const { kind } = change;
  const before = 'before' in change ? change.before : undefined;
  const after = 'after' in change ? change.after : undefined;
  const { number, heading } = 'after' in change ? change.after : change.before;
  return (
    <li className={classes['change']} data-kind={kind}>
      <div className={classes['head']}>
        <span className={classes['heading']} lang={language}>
          {number}. {heading}
        </span>
        <span className={classes['kind']}>
          {kind === 'added' && <Trans>New</Trans>}
          {kind === 'removed' && <Trans>Gone</Trans>}
          {kind === 'changed' && <Trans>Changed</Trans>}
          {kind === 'same' && <Trans>Unchanged</Trans>}
          {before !== undefined && after !== undefined && before.number !== after.number && (
            <>
              {' · '}
              <Trans>was clause {before.number}</Trans>
            </>
          )}
        </span>
      </div>
      <p className={classes['text']} lang={language}>
        <Words before={before?.text ?? ''} after={after?.text ?? ''} plain={kind === 'same'} />
      </p>
    </li>
  );
}

function Words({ before, after, plain }: { before: string; after: string; plain: boolean }) {
  if (plain) return after;
  if (before === '') return <ins>{after}</ins>;
  if (after === '') return <del>{before}</del>;
  return compareWords(before, after).map(({ kind, text }, index) => {
    if (kind === 'added') return <ins key={index}>{text}</ins>;
    return kind === 'removed' ? <del key={index}>{text}</del> : <span key={index}>{text}</span>;
  });
}
