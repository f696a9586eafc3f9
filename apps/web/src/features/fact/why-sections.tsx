import type { Language } from '@cordee/contract/language';
import type { Step } from '@cordee/core/explanation';
import { renderExplanation } from '@cordee/core/explanation';
import { Alert, Stack, Text, Title } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import classes from './why-sections.module.css';
import { sectionsOf } from './sections-of.ts';

interface WhyProps {
  /** As answered: the contract leaves the values of a step open, core knows them by its code. */
  readonly explanation: { readonly zone: string; readonly steps: readonly unknown[] };
  readonly language: Language;
}

/** The explanation in its order: answer first, then path, credit, arithmetic, books. */
export function WhySections({ explanation, language }: WhyProps) {
  const { t } = useLingui();
  const sections = sectionsOf(explanation.steps as readonly Step[]);
  const say = (step: Step) =>
    renderExplanation({ zone: explanation.zone, steps: [{ ...step, children: [] }] }, language).join(' ');
  const tree = (steps: readonly Step[], depth = 0): ReactNode => (
    <ul className={depth === 0 ? classes['steps'] : classes['within']}>
      {steps.map((step, index) => (
        <li key={index} data-code={step.code}>
          {say(step)}
          {step.children.length > 0 && tree(step.children, depth + 1)}
        </li>
      ))}
    </ul>
  );
  return (
    <Stack gap="lg">
      {sections.unpaid.length > 0 && (
        <Alert variant="default" title={t`Paid nothing`}>
          {sections.unpaid.map((step) => (
            <Text key={step.code}>{say(step)}</Text>
          ))}
        </Alert>
      )}
      <Section title={t`What happened`} steps={sections.happened} show={tree} />
      <Section title={t`The path`} steps={sections.path} show={tree} />
      <Section title={t`Who is credited`} steps={sections.credit} show={tree} />
      <Section title={t`What it earned`} steps={sections.earned} show={tree} />
      <Section title={t`What was taken back`} steps={sections.reversed} show={tree} />
      <Section title={t`In the books`} steps={sections.books} show={tree} />
      {sections.details.length > 0 && (
        <details className={classes['details']}>
          <summary>{t`Rules that did not pay, and the data they read`}</summary>
          {tree(sections.details)}
        </details>
      )}
    </Stack>
  );
}

interface SectionProps {
  readonly title: string;
  readonly steps: readonly Step[];
  readonly show: (steps: readonly Step[]) => ReactNode;
}

function Section({ title, steps, show }: SectionProps) {
  if (steps.length === 0) return null;
  return (
    <section>
      <Title order={3} mb={6}>
        {title}
      </Title>
      {show(steps)}
    </section>
  );
}
