import { Button, Group, List, Paper, Stack, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import { useLanguage } from '../../lib/use-language.ts';
import { Status } from '../../ui/status.tsx';
import { mayDecide } from './may-decide.ts';
import type { PartnerTax } from './tax.queries.ts';
import { outcomeTones, outcomeWords } from './tax-words.ts';

const ReviewForm = lazy(async () => ({ default: (await import('./review-form.tsx')).ReviewForm }));

/** Which document the partner's commissions of today need, and why. */
export function DecisionCard({ tax: { partnerId, decision, details } }: { tax: PartnerTax }) {
  const { t } = useLingui();
  const language = useLanguage();
  const [reviewing, setReviewing] = useState(false);
  const { outcome, treatedAs } = decision;
  const isReview = details !== null && mayDecide() && (outcome === 'review' || treatedAs !== null);
  return (
    <Paper component="section" withBorder p="md">
      <Group justify="space-between" align="start" mb="xs">
        <Title order={2} fz="lg">
          <Trans>The document for today’s commissions</Trans>
        </Title>
        <Status tone={outcomeTones[outcome]}>{t(outcomeWords[outcome])}</Status>
      </Group>
      <Stack gap="sm" align="start">
        <List>
          {decision.text[language].map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
        {isReview && (
          <Button variant={outcome === 'review' ? 'filled' : 'default'} onClick={() => setReviewing(true)}>
            <Trans>Answer the review</Trans>
          </Button>
        )}
      </Stack>
      <Suspense>{reviewing && <ReviewForm partnerId={partnerId} onClose={() => setReviewing(false)} />}</Suspense>
    </Paper>
  );
}
