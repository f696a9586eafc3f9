import { Text } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { compareWords, type ClauseChange } from '@cordee/core/plan';
import classes from './terms.module.css';

/** One clause that comes, goes or reads otherwise; said in words too, not by colour alone. */
export function ClauseChangeView({ change }: { change: ClauseChange }) {
  const { t } = useLingui();
  const clause = 'after' in change ? change.after : change.before;
  const words = { same: '', added: t`New`, removed: t`No longer`, changed: t`Different` };
  return (
    <div>
      <Text fw={600}>
        {words[change.kind]} · {clause.heading}
      </Text>
      <Text>
        {change.kind === 'added' && <ins className={classes['added']}>{clause.text}</ins>}
        {change.kind === 'removed' && <del className={classes['removed']}>{clause.text}</del>}
        {change.kind === 'changed' &&
          compareWords(change.before.text, change.after.text).map(({ kind, text }, place) => {
            if (kind === 'same') return <span key={place}>{text}</span>;
            const Tag = kind === 'added' ? 'ins' : 'del';
            return (
              <Tag key={place} className={classes[kind]}>
                {text}
              </Tag>
            );
          })}
      </Text>
    </div>
  );
}
