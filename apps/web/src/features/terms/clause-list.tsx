import { Text } from '@mantine/core';
import type { AnswerOf } from '../../lib/api/call.ts';
import classes from './terms.module.css';

type Clauses = NonNullable<AnswerOf<'getTerms'>[number]['current']>['clauses'];

/** Numbered sentences; the number is what a commission cites. */
export function ClauseList({ clauses }: { clauses: Clauses }) {
  return (
    <ol className={classes['clauses']}>
      {clauses.map(({ number, heading, text }) => (
        <li key={number} id={`clause-${number}`} className={classes['clause']}>
          <span className={classes['number']} aria-hidden>
            {number}
          </span>
          <div>
            <Text fw={600}>{heading}</Text>
            <Text>{text}</Text>
          </div>
        </li>
      ))}
    </ol>
  );
}
