import { Button, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { decidePublication } from '@cordee/core/program';
import { formatInstant, isLocalDate, localDateOf, parseInstant, shiftDate, startOfDay } from '@cordee/core/time';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { useZone } from '../../lib/workspace.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { toast } from '../../ui/toast.ts';
import { Instant } from '../../ui/values.tsx';
import { ClauseChanges } from './clause-changes.tsx';
import { NewsPreview } from './news-preview.tsx';
import { draftOf, lastPublishedOf, planQuery, type Plan, type PlanVersion } from './plan.queries.ts';

const Confirm = lazy(async () => ({ default: (await import('../../ui/confirm.tsx')).Confirm }));
const route = getRouteApi('/console/plans/$planId/publication');

/** Before a version is published: what changes, from when, and what each partner will be told. */
export function PlanPublication() {
  const { t } = useLingui();
  const { planId } = route.useParams();
  const { data: plan } = useQuery(planQuery(planId));
  if (plan === undefined) return null;
  const draft = draftOf(plan);
  if (draft === undefined) {
    return (
      <EmptyState
        title={t`There is no draft to publish.`}
        action={
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/console/plans/$planId/edit" params={{ planId }} {...props} />}
          >
            <Trans>Write the next version</Trans>
          </Button>
        }
      >
        <Trans>A published version never changes; the next one is written in the editor.</Trans>
      </EmptyState>
    );
  }
  return <Publication plan={plan} draft={draft} />;
}

function Publication({ plan, draft }: { plan: Plan; draft: PlanVersion }) {
  const zone = useZone();
  const last = lastPublishedOf(plan);
  const [day, setDay] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const mayManage = ['owner', 'manager'].includes(chosenMembership()?.role ?? '');
  const earliest = earliestOf(plan, zone);
  const wish = day !== null && isLocalDate(day) ? startOfDay(day, zone) : null;
  const effective = wish ?? earliest;
  const tooEarly = last !== undefined && wish !== null && wish < earliest;
  return (
    <Stack gap="xl">
      <Changes last={last} draft={draft} />
      <When last={last} earliest={earliest} day={day} onDay={setDay} tooEarly={tooEarly} />
      <NewsPreview plan={plan} draft={draft} last={last} effective={effective} />
      {mayManage && (
        <div>
          <Button disabled={tooEarly} onClick={() => setAsking(true)}>
            <Trans>Publish version {draft.number}</Trans>
          </Button>
        </div>
      )}
      <Suspense>
        {asking && (
          <ConfirmPublication
            plan={plan}
            draft={draft}
            effective={effective}
            wish={wish}
            isFirst={last === undefined}
            onClose={() => setAsking(false)}
          />
        )}
      </Suspense>
    </Stack>
  );
}

/** As soon as the notice of the version in force allows; the same decision as the server takes. */
function earliestOf({ versions }: Plan, zone: string): number {
  const now = Date.now();
  const published = versions.flatMap(({ publishedAt, effectiveAt, document }) => {
    const at = parseInstant(publishedAt ?? '');
    const from = parseInstant(effectiveAt ?? '');
    return at === null || from === null ? [] : [{ publishedAt: at, effectiveAt: from, noticeDays: document.noticeDays }];
  });
  const decision = decidePublication(published, null, now, zone);
  return decision.ok ? decision.effectiveAt : decision.earliest;
}

function Changes({ last, draft }: { last: PlanVersion | undefined; draft: PlanVersion }) {
  return (
    <section>
      <Title order={2} mb="xs">
        <Trans>What changes</Trans>
      </Title>
      {last === undefined ? (
        <Text>
          <Trans>This is the first version: nothing was agreed before it.</Trans>
        </Text>
      ) : (
        <ClauseChanges before={last.clauses} after={draft.clauses} />
      )}
    </section>
  );
}

/** The first day that begins no earlier. */
function firstWholeDay(earliest: number, zone: string): string {
  const day = localDateOf(earliest, zone);
  return startOfDay(day, zone) >= earliest ? day : shiftDate(day, 1);
}

interface WhenProps {
  readonly last: PlanVersion | undefined;
  readonly earliest: number;
  readonly day: string | null;
  readonly onDay: (day: string | null) => void;
  readonly tooEarly: boolean;
}

function When({ last, earliest, day, onDay, tooEarly }: WhenProps) {
  const { t } = useLingui();
  const zone = useZone();
  const firstDay = firstWholeDay(earliest, zone);
  const soonest = <Instant at={formatInstant(earliest)} show="minute" />;
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>
        <Trans>From when</Trans>
      </Title>
      {last !== undefined && (
        <Text>
          <Plural
            value={last.document.noticeDays}
            _0="The version in force asks for no notice."
            one="The version in force gives # day of notice: partners are told today, and nothing changes for them before."
            other="The version in force gives # days of notice: partners are told today, and nothing changes for them before."
          />
        </Text>
      )}
      <Radio.Group
        aria-label={t`From when`}
        value={day === null ? 'soonest' : 'day'}
        onChange={(value) => onDay(value === 'day' ? firstDay : null)}
      >
        <Stack gap={6}>
          <Radio
            value="soonest"
            label={last === undefined ? <Trans>At once</Trans> : <Trans>As soon as the notice allows: {soonest}</Trans>}
          />
          <Radio value="day" label={last === undefined ? t`From a day, past ones included` : t`From a later day`} />
        </Stack>
      </Radio.Group>
      {day !== null && (
        <TextInput
          type="date"
          w={200}
          label={t`First day`}
          {...(last === undefined ? {} : { min: firstDay })}
          value={day}
          onChange={({ currentTarget }) => onDay(currentTarget.value)}
          error={tooEarly ? <Trans>The notice allows {soonest} at the earliest.</Trans> : undefined}
        />
      )}
    </Stack>
  );
}

interface ConfirmPublicationProps {
  readonly plan: Plan;
  readonly draft: PlanVersion;
  readonly effective: number;
  readonly wish: number | null;
  readonly isFirst: boolean;
  readonly onClose: () => void;
}

function ConfirmPublication({ plan, draft, effective, wish, isFirst, onClose }: ConfirmPublicationProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const navigate = route.useNavigate();
  const { number } = draft;
  const from = <Instant at={formatInstant(effective)} />;
  const publish = async () => {
    const body = {
      version: number,
      expectedRevision: draft.revision,
      ...(wish === null ? {} : { effectiveAt: formatInstant(wish) }),
    };
    await call('publishPlan', { params: { id: plan.id }, body });
    await refresh(client, 'getPlan', 'listPlans', 'getProgram', 'listPrograms');
    toast(t`Version ${number} is published.`);
    await navigate({ to: '/console/plans/$planId', params: { planId: plan.id }, search: { version: number } });
  };
  return (
    <Confirm title={t`Publish version ${number}?`} verb={t`Publish`} onConfirm={publish} onClose={onClose}>
      <Stack gap="xs">
        {isFirst ? (
          <Text>
            <Trans>The plan pays from {from} on.</Trans>
          </Text>
        ) : (
          <Text>
            <Trans>It takes effect on {from}. Until then the present version goes on; what was earned keeps its terms.</Trans>
          </Text>
        )}
        <Text>
          {draft.document.existingCustomers === 'keep' ? (
            <Trans>Customers who bought under an earlier version stay under it.</Trans>
          ) : (
            <Trans>Customers who bought before move to it with their next purchase.</Trans>
          )}
        </Text>
        <Text>
          <Trans>A published version cannot be changed or taken back: only followed by another.</Trans>
        </Text>
      </Stack>
    </Confirm>
  );
}
