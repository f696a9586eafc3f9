import { Group } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ObligationButtons } from './obligation-buttons.tsx';
import { ObligationList } from './obligation-list.tsx';

const route = getRouteApi('/console/partners/$partnerId/obligations');

/** What a partner and the company owe each other. */
export function PartnerObligations() {
  const { t } = useLingui();
  const { partnerId } = route.useParams();
  return (
    <ObligationList
      partnerId={partnerId}
      side="company"
      tools={
        <Group gap="xs" ms="auto">
          <ObligationButtons partnerId={partnerId} side="company" />
        </Group>
      }
      empty={
        <EmptyState title={t`Nothing is owed here.`}>
          <Trans>Obligations follow from charters, or are added by hand.</Trans>
        </EmptyState>
      }
    />
  );
}
