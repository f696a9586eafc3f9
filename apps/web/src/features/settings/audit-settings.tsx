import { Code, Stack, Table, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { Instant } from '../../ui/values.tsx';
import { auditFilters } from './audit-filters.ts';
import { changesOf, valueText, whoOf } from './audit-text.ts';
import { Part } from './part.tsx';
import { auditQuery, type AuditEntry } from './settings.queries.ts';

const route = getRouteApi('/console/settings/audit');

/** Who wrote what, and what it was before. */
export function AuditSettings() {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const { action, subject } = route.useSearch();
  const list = useInfiniteQuery(auditQuery(auditFilters({ action, subject })));
  const [opened, setOpened] = useState<AuditEntry | null>(null);
  const show = (next: Record<string, unknown>) =>
    void navigate({ search: auditFilters({ action, subject, ...next }), replace: true });
  return (
    <Part title={t`Audit trail`} lead={<Trans>Every write leaves a line, and no line is ever changed.</Trans>}>
      <DataList
        label={t`Audit trail`}
        list={list}
        columns={useColumns()}
        keyOf={({ id }) => id}
        onOpen={setOpened}
        tools={
          <>
            <SearchField
              label={t`Action, such as key.created`}
              value={action ?? ''}
              onSearch={(text) => show({ action: text })}
            />
            <SearchField label={t`Id of what was written`} value={subject ?? ''} onSearch={(text) => show({ subject: text })} />
          </>
        }
        empty={
          <EmptyState title={t`No line fits.`}>
            <Trans>Actions and ids are compared whole.</Trans>
          </EmptyState>
        }
      />
      {opened !== null && <Entry entry={opened} onClose={() => setOpened(null)} />}
    </Part>
  );
}

function useColumns(): Column<AuditEntry>[] {
  const { t } = useLingui();
  return [
    { id: 'at', header: t`When`, width: '18%', cell: ({ at }) => <Instant at={at} /> },
    { id: 'who', header: t`Who`, width: '22%', cell: ({ actor }) => whoOf(actor) },
    { id: 'action', header: t`Action`, width: '22%', cell: ({ action }) => <Code>{action}</Code> },
    { id: 'subject', header: t`What`, cell: ({ subject }) => subject },
  ];
}

function Entry({ entry, onClose }: { entry: AuditEntry; onClose: () => void }) {
  const { t } = useLingui();
  const changes = changesOf(entry.before, entry.after);
  return (
    <SideDrawer title={entry.action} onClose={onClose}>
      <Stack>
        <Text>
          <Instant at={entry.at} /> · {whoOf(entry.actor)}
        </Text>
        <Text style={{ overflowWrap: 'anywhere' }}>
          {entry.subject}
          <br />
          <Text component="span" size="sm" c="dimmed">
            <Trans>Request {entry.requestId}</Trans>
          </Text>
        </Text>
        {changes.length === 0 ? (
          <Text c="dimmed">
            <Trans>Nothing more is kept about it.</Trans>
          </Text>
        ) : (
          <Table aria-label={t`What changed`}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t`Field`}</Table.Th>
                <Table.Th scope="col">{t`Before`}</Table.Th>
                <Table.Th scope="col">{t`After`}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {changes.map(({ field, before, after }) => (
                <Table.Tr key={field} style={{ overflowWrap: 'anywhere' }}>
                  <Table.Th scope="row">{field}</Table.Th>
                  <Table.Td>{valueText(before)}</Table.Td>
                  <Table.Td>{valueText(after)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Stack>
    </SideDrawer>
  );
}
