import { Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { HolidayCalendar } from './holiday-calendar.tsx';

/** Beside a list of obligations: whose public holidays count where days are counted, for one partner or for all. */
export function Holidays({ partnerId, onClose }: { partnerId: string | null; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <SideDrawer
      title={partnerId === null ? t`Whose holidays count` : t`Whose holidays count with this partner`}
      onClose={onClose}
    >
      <Text c="dimmed" mb="md">
        {partnerId === null ? (
          <Trans>
            Business days leave out public holidays. This holds for all partners; a partner’s obligations can say otherwise for it
            alone. Obligations to come move in the night after a change.
          </Trans>
        ) : (
          <Trans>Business days leave out public holidays. Obligations to come with this partner move at once.</Trans>
        )}
      </Text>
      <HolidayCalendar partnerId={partnerId} />
    </SideDrawer>
  );
}
