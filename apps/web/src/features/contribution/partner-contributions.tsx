import { Button, Group } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ContributionBoard } from './contribution-board.tsx';
import { mayDecide } from './may-decide.ts';

const route = getRouteApi('/console/partners/$partnerId/contributions');

/** What one partner declared, or the company for it: a tab of its page. */
export function PartnerContributions() {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const { partnerId } = route.useParams();
  const { open } = route.useSearch();
  const show = useCallback(
    (id?: string) =>
      void navigate({ search: id === undefined ? {} : { open: id }, replace: open !== undefined, resetScroll: false }),
    [navigate, open],
  );
  const filters = useMemo(() => ({ partnerId }), [partnerId]);
  const button = mayDecide() && (
    <Button size="xs" variant="default" onClick={() => show('new')}>
      <Trans>Declare for this partner</Trans>
    </Button>
  );
  return (
    <ContributionBoard
      filters={filters}
      open={open}
      onOpen={show}
      tools={button !== false && <Group>{button}</Group>}
      empty={
        <EmptyState title={t`Nothing declared yet.`}>
          <Trans>
            This partner registers deals, introductions, leads and work in its portal; you can declare them for it too.
          </Trans>
        </EmptyState>
      }
    />
  );
}
