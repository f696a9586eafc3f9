import type { ReactNode } from 'react';
import classes from './status.module.css';

type Tone = 'good' | 'wait' | 'bad' | 'calm';

/** A state in a word; the dot repeats it for the eye, the word is what says it. */
export function Status({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={classes['status']}>
      <span className={classes['dot']} data-tone={tone} aria-hidden />
      {children}
    </span>
  );
}
