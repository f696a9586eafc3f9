import { Anchor, Box, List, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Instant } from '../../ui/values.tsx';
import type { ClaimDetail } from './claim.queries.ts';
import { entryWords, sideWords } from './claim-words.ts';

/** Everything that was written and done, in order; nothing of it ever changes. */
export function ClaimHistory({ entries }: Pick<ClaimDetail, 'entries'>) {
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        <Trans>History</Trans>
      </Title>
      <Stack component="ol" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {entries.map((entry) => (
          <Entry key={entry.number} entry={entry} />
        ))}
      </Stack>
    </section>
  );
}

function Entry({ entry: { kind, side, at, author, text, links } }: { entry: ClaimDetail['entries'][number] }) {
  const { t } = useLingui();
  const who = author ?? t(sideWords[side]);
  return (
    <Box
      component="li"
      pl="sm"
      style={{ borderInlineStart: `3px solid var(--mantine-color-${side === 'partner' ? 'teal-6' : 'gray-5'})` }}
    >
      <Text size="sm" c="dimmed">
        <b>{t(entryWords[kind])}</b>
        {side !== 'clock' && ` · ${who}`}
        {' · '}
        <Instant at={at} />
      </Text>
      {text !== null && kind !== 'accepted_automatically' && (
        <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Text>
      )}
      {links.length > 0 && (
        <List size="sm" listStyleType="disc">
          {links.map((link) => (
            <List.Item key={link}>
              <Anchor href={link} target="_blank" rel="noreferrer nofollow" style={{ overflowWrap: 'anywhere' }}>
                {link}
              </Anchor>
            </List.Item>
          ))}
        </List>
      )}
    </Box>
  );
}
