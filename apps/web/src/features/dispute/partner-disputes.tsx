import { Group } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DisputeList } from './dispute-list.tsx';
import { OpenButton } from './open-button.tsx';

const route = getRouteApi('/console/partners/$partnerId/disputes');

/** What the company and one partner do not agree on. */
export function PartnerDisputes() {
  const { t } = useLingui();
  const { partnerId } = route.useParams();
  return (
    <DisputeList
      partnerId={partnerId}
      side="company"
      tools={
        <Group gap="xs" ms="auto">
          <OpenButton partnerId={partnerId} side="company" />
        </Group>
      }
      empty={
        <EmptyState title={t`No dispute here.`}>
          <Trans>Either side can open one. It follows the steps of the charter, else those of the settings.</Trans>
        </EmptyState>
      }
    />
  );
}
