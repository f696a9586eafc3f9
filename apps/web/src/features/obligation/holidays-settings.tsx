import { Stack, Text, Title } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { HolidayCalendar } from './holiday-calendar.tsx';

/** A part of the settings: whose public holidays count where days are counted. */
export function HolidaysSettings() {
  return (
    <Stack gap="md" maw={760}>
      <div>
        <Title order={2}>
          <Trans>Holidays</Trans>
        </Title>
        <Text c="dimmed">
          <Trans>
            Business days leave out public holidays. This holds for all partners; a partner’s obligations can say otherwise for it
            alone. Obligations to come move in the night after a change.
          </Trans>
        </Text>
      </div>
      <HolidayCalendar partnerId={null} />
    </Stack>
  );
}
