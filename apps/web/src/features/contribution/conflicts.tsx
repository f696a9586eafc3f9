import { Alert, Anchor, Group } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { PartnerName } from '../../ui/partner-name.tsx';
import type { Contribution } from './contribution.queries.ts';

/** What speaks against confirming, each with the way to the other contribution and its partner. */
export function Conflicts({ conflicts }: Pick<Contribution, 'conflicts'>) {
  return conflicts.map(({ code, text, contributionId, partnerId }) => (
    <Alert key={`${code} ${contributionId ?? ''}`} color="yellow" variant="outline" title={text}>
      {(partnerId !== null || contributionId !== null) && (
        <Group gap="xs">
          {partnerId !== null && <PartnerName id={partnerId} />}
          {contributionId !== null && (
            <Anchor component={Link} to="/console/contributions" search={{ open: contributionId } as never}>
              <Trans>See the other one</Trans>
            </Anchor>
          )}
        </Group>
      )}
    </Alert>
  ));
}
