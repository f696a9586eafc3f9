import { Anchor } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { chosenMembership } from '../lib/membership-choice.ts';
import { portalView } from '../lib/portal-view.ts';

/** For a partner: opens a claim about a fact, a commission or a contribution, by its id. Nothing for whoever only looks. */
export function ContestLink({ id }: { id: string }) {
  if (chosenMembership()?.role !== 'partner' || portalView() !== null) return null;
  return (
    <Anchor component={Link} to="/portal/claims" search={{ contest: id } as never} size="sm">
      <Trans>Not right? Contest it</Trans>
    </Anchor>
  );
}
