import { VisuallyHidden } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import type { Language } from '@cordee/contract/language';
import classes from './clause-list.module.css';

export interface ReadClause {
  readonly number: string;
  readonly ruleId: string | null;
  readonly heading: string;
  readonly text: string;
}

export type Clauses = Readonly<Record<Language, readonly ReadClause[]>>;

interface ClauseListProps {
  readonly clauses: Clauses;
  /** The languages to read, the first one foremost. */
  readonly languages: readonly Language[];
  /** Numbers of clauses that read otherwise than in the version they are compared with. */
  readonly changed?: ReadonlySet<string>;
  /** The rule one is writing. */
  readonly current?: string | null;
}

/** The annex as both sides read it: numbered clauses, in one language or both. */
export function ClauseList({ clauses, languages, changed, current }: ClauseListProps) {
  const [first = 'en', ...others] = languages;
  return (
    <ol className={classes['clauses']}>
      {clauses[first].map((clause, index) => (
        <li
          key={clause.number}
          className={classes['clause']}
          data-changed={changed?.has(clause.number)}
          data-current={current !== null && current === clause.ruleId}
        >
          <span className={classes['number']}>{clause.number}</span>
          <div>
            <div className={classes['heading']} lang={first}>
              {clause.heading}
              {changed?.has(clause.number) === true && (
                <VisuallyHidden>
                  {' '}
                  <Trans>(changed)</Trans>
                </VisuallyHidden>
              )}
            </div>
            <p className={classes['text']} lang={first}>
              {clause.text}
            </p>
            {others.map((language) => (
              <p key={language} className={classes['text']} lang={language}>
                {clauses[language][index]?.text}
              </p>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}
