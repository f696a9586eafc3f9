import { Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { PartnerName } from '../../ui/partner-name.tsx';
import type { Waiting } from './commission-review.queries.ts';
import { signalWords } from './signal-words.ts';
import classes from './signals.module.css';

/** What is unusual about a commission, each with what was seen and its threshold. */
export function Signals({ signals }: { signals: Waiting['signals'] }) {
  const { t } = useLingui();
  if (signals === undefined || signals.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        <Trans>Nothing unusual</Trans>
      </Text>
    );
  }
  return (
    <ul className={classes['signals']}>
      {signals.map((signal, index) => (
        <li key={`${signal.code} ${index}`}>
          <strong>{t(signalWords[signal.code])}</strong> {signal.text}
          <Others ids={signal.code === 'shared_customer' ? signal.values['partnerIds'] : undefined} />
        </li>
      ))}
    </ul>
  );
}

/** The other partners of a shared customer, each leading to its page. */
function Others({ ids }: { ids: unknown }) {
  if (!Array.isArray(ids)) return null;
  return (ids as string[]).map((id) => (
    <span key={id}>
      {' '}
      <PartnerName id={id} />
    </span>
  ));
}
