import { Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './figures.module.css';

/** Amounts or counts that answer a question each, side by side. */
export function Figures({ children, label }: { children: ReactNode; label: string }) {
  return (
    <section aria-label={label}>
      <dl className={classes['figures']}>{children}</dl>
    </section>
  );
}

/** The question, its answer in large, and what one should know about it. */
export function Figure({ label, children, note }: { label: string; children: ReactNode; note?: ReactNode }) {
  return (
    <Paper withBorder p="md" className={classes['figure'] ?? ''}>
      <Text component="dt" size="sm" c="dimmed">
        {label}
      </Text>
      <dd className={classes['answer']}>
        <span className={classes['value']}>{children}</span>
        {note !== undefined && <span className={classes['note']}>{note}</span>}
      </dd>
    </Paper>
  );
}
