import { Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { localDateOf } from '@cordee/core/time';
import { useZone } from '../../lib/workspace.tsx';
import { Instant, LocalDate } from '../../ui/values.tsx';
import type { Timeline } from './payment.queries.ts';
import { stepWords } from './payment-words.ts';
import classes from './timeline-steps.module.css';

type Step = Timeline['steps'][number];

/** The steps of a payment below each other: done ones with their day, those to come with the day that was promised. */
export function TimelineSteps({ steps }: { steps: readonly Step[] }) {
  const { t } = useLingui();
  const next = steps.findIndex(({ at }) => at === null);
  return (
    <ol className={classes['steps']} aria-label={t`Steps of the payment`}>
      {steps.map((step, index) => (
        <li key={step.step} data-state={step.at !== null ? 'done' : index === next ? 'next' : 'later'}>
          <span className={classes['name']}>{t(stepWords[step.step])}</span>
          <When step={step} />
        </li>
      ))}
    </ol>
  );
}

function When({ step: { from, at, promisedOn } }: { step: Step }) {
  const zone = useZone();
  if (at === null) {
    return (
      <Text component="span" size="sm" c="dimmed">
        {promisedOn === null ? (
          <Trans>to come</Trans>
        ) : (
          <Trans>
            promised for <LocalDate date={promisedOn} />
          </Trans>
        )}
      </Text>
    );
  }
  const [first, last] = [localDateOf(Date.parse(from ?? at), zone), localDateOf(Date.parse(at), zone)];
  return (
    <span>
      {first === last ? (
        <Instant at={at} show="day" />
      ) : (
        <Trans>
          <LocalDate date={first} /> to <LocalDate date={last} />
        </Trans>
      )}
      {promisedOn !== null && promisedOn !== last && (
        <Text component="span" size="sm" c={last > promisedOn ? 'var(--mantine-color-error)' : 'dimmed'} ml={6}>
          {last > promisedOn ? (
            <Trans>
              later than promised: <LocalDate date={promisedOn} />
            </Trans>
          ) : (
            <Trans>
              promised for <LocalDate date={promisedOn} />
            </Trans>
          )}
        </Text>
      )}
    </span>
  );
}
