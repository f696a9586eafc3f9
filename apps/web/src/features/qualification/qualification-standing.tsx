import { Group, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Status } from '../../ui/status.tsx';
import { Instant } from '../../ui/values.tsx';
import { stateTones, stateWords } from './qualification-words.ts';
import type { Qualification } from './qualification.queries.ts';

/** Where it stands: its state, who has sealed, until when. */
export function QualificationStanding({ qualification }: { qualification: Qualification }) {
  const { t } = useLingui();
  const { state, sides, expiresAt, partnerName } = qualification;
  const has = (side: 'company' | 'partner') => (sides[side].sealedAt === null ? t`has not sealed yet` : t`has sealed`);
  return (
    <Group gap="md">
      <Status tone={stateTones[state]}>{t(stateWords[state])}</Status>
      {state === 'open' && (
        <>
          <Text span>
            <Trans>The company {has('company')}</Trans>
          </Text>
          <Text span>
            {partnerName} {has('partner')}
          </Text>
          <Text span>
            <Trans>
              until <Instant at={expiresAt} show="day" />
            </Trans>
          </Text>
        </>
      )}
    </Group>
  );
}
