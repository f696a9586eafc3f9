import { Button, Container, Group, Text } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { leavePortalView, type PortalView } from '../../lib/portal-view.ts';
import classes from './portal-shell.module.css';

/** Says to a member of the company that they look with a partner's eyes, and leads back. */
export function ViewBanner({ view }: { view: PortalView }) {
  const leave = () => {
    leavePortalView();
    // The page begins anew: what was read as the partner is not the console's.
    location.assign(`/console/partners/${view.partnerId}`);
  };
  return (
    <aside className={classes['view']} data-print="off">
      <Container size="md">
        <Group justify="space-between" gap="xs">
          <Text size="sm">
            <Trans>
              You see what <b>{view.partnerName}</b> sees. Nothing can be changed from here.
            </Trans>
          </Text>
          <Button size="compact-sm" variant="default" onClick={leave}>
            <Trans>Back to the console</Trans>
          </Button>
        </Group>
      </Container>
    </aside>
  );
}
