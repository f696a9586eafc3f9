import { Alert, Button, Group, List, Radio, Select, Skeleton, Stack, Text, Title } from '@mantine/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { useCountryName } from '../../lib/use-country-name.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { problemToast, toast } from '../../ui/toast.ts';
import { LocalDate } from '../../ui/values.tsx';
import { calendarQuery, touched, type HolidayCalendar as Calendar } from './obligation.queries.ts';

const holderWords = {
  company: msg`Those of the company’s country`,
  partner: msg`Those of the partner’s country`,
  both: msg`Both: a holiday of either is a day off`,
} as const;
type Holder = keyof typeof holderWords;

const sourceWords = {
  own: msg`Our own table, with the law as its source.`,
  library: msg`From the public collection date-holidays: check the days that matter.`,
  none: msg`No calendar is known: only weekends are days off.`,
} as const;

/** Whose holidays count, for one partner or for all, with the days that follow. */
export function HolidayCalendar({ partnerId }: { partnerId: string | null }) {
  const { data, error, refetch } = useQuery(calendarQuery(partnerId));
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton h={220} />;
  return <Choice key={JSON.stringify([data.holds, data.isOwn, data.places])} calendar={data} partnerId={partnerId} />;
}

interface ChoiceProps {
  readonly calendar: Calendar;
  readonly partnerId: string | null;
}

function Choice({ calendar, partnerId }: ChoiceProps) {
  const { t } = useLingui();
  const { holds, places, warning, isOwn } = calendar;
  const [chosen, setChosen] = useState<Holder>(holds);
  const [regions, setRegions] = useState(() => Object.fromEntries(places.map(({ side, region }) => [side, region])));
  const { busy, save } = useSaving(partnerId);
  const mayWrite = ['owner', 'manager'].includes(chosenMembership()?.role ?? '');
  return (
    <Stack gap="md">
      {warning !== null && (
        <Alert color="red" variant="outline" role="alert">
          {warning}
        </Alert>
      )}
      <Radio.Group label={t`Holidays that count`} value={chosen} onChange={(value) => setChosen(value)}>
        <Stack gap={6} mt={6}>
          {(['company', 'partner', 'both'] as const).map((holder) => (
            <Radio key={holder} value={holder} label={t(holderWords[holder])} disabled={!mayWrite} />
          ))}
        </Stack>
      </Radio.Group>
      {places.map((place) => (
        <PlaceField
          key={place.side}
          place={place}
          mayWrite={mayWrite}
          region={regions[place.side] ?? null}
          onRegion={(region) => setRegions((before) => ({ ...before, [place.side]: region }))}
        />
      ))}
      {mayWrite && (
        <Group gap="xs">
          <Button
            loading={busy}
            onClick={() =>
              void save({ holds: chosen, companyRegion: regions['company'] ?? null, partnerRegion: regions['partner'] ?? null })
            }
          >
            <Trans>Save</Trans>
          </Button>
          {partnerId !== null && isOwn && (
            <Button
              variant="default"
              loading={busy}
              onClick={() => void save({ holds: null, companyRegion: null, partnerRegion: null })}
            >
              <Trans>As for all partners</Trans>
            </Button>
          )}
        </Group>
      )}
      <Days holidays={calendar.holidays} />
    </Stack>
  );
}

interface Said {
  readonly holds: Holder | null;
  readonly companyRegion: string | null;
  readonly partnerRegion: string | null;
}

function useSaving(partnerId: string | null) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const save = async (body: Said) => {
    setBusy(true);
    try {
      if (partnerId === null) await call('setHolidayCalendar', { body });
      else await call('setPartnerHolidayCalendar', { params: { id: partnerId }, body });
      await client.invalidateQueries({ queryKey: ['holidayCalendar'] });
      await refresh(client, ...touched);
      toast(t`Saved.`);
    } catch (refusal) {
      problemToast(refusal);
    } finally {
      setBusy(false);
    }
  };
  return { busy, save };
}

interface PlaceFieldProps {
  readonly place: Calendar['places'][number];
  readonly mayWrite: boolean;
  readonly region: string | null;
  readonly onRegion: (region: string | null) => void;
}

function PlaceField({ place: { side, country, source, regions }, mayWrite, region, onRegion }: PlaceFieldProps) {
  const { t } = useLingui();
  const countryName = useCountryName();
  const where = country === null ? t`country not known` : countryName(country);
  return (
    <div>
      <Text fw={500}>{side === 'company' ? t`The company: ${where}` : t`The partner: ${where}`}</Text>
      {source !== null && (
        <Text size="sm" c={source === 'none' ? 'red' : 'dimmed'}>
          {t(sourceWords[source])}
        </Text>
      )}
      {regions.length > 0 && (
        <Select
          mt={6}
          maw={360}
          label={t`Region with holidays of its own`}
          placeholder={t({ message: 'None', context: 'region' })}
          clearable
          searchable
          disabled={!mayWrite}
          data={regions.map(({ key, name }) => ({ value: key, label: name }))}
          value={region}
          onChange={onRegion}
        />
      )}
    </div>
  );
}

function Days({ holidays }: { holidays: Calendar['holidays'] }) {
  if (holidays.length === 0) return null;
  return (
    <div>
      <Title order={3} size="h4">
        <Trans>The twelve months to come</Trans>
      </Title>
      <List size="sm" listStyleType="none" withPadding={false}>
        {holidays.map(({ on, name }) => (
          <List.Item key={`${on} ${name}`}>
            <LocalDate date={on} /> · {name}
          </List.Item>
        ))}
      </List>
    </div>
  );
}
