import { Container, Group, Paper, SegmentedControl, Text } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { chooseLanguage } from '../../i18n/catalogues.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { PageHeader } from '../../ui/page-header.tsx';

interface DoorProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
  readonly size?: number;
}

/** The frame of the screens before one is in: one card, and the language. */
export function Door({ title, lead, children, size = 420 }: DoorProps) {
  const { t } = useLingui();
  return (
    <Container size={size} py={{ base: 24, sm: 72 }} component="main">
      <Group justify="space-between" mb="xl">
        <Text fw={700} size="lg">
          Cordée
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={t`Language`}
          value={useLanguage()}
          onChange={(value) => void chooseLanguage(value)}
          data={[
            { value: 'en', label: <span lang="en">English</span> },
            { value: 'fr', label: <span lang="fr">Français</span> },
          ]}
        />
      </Group>
      <Paper withBorder p={{ base: 'md', sm: 'xl' }} radius="md" bg="var(--card)">
        <PageHeader title={title}>{lead}</PageHeader>
        {children}
      </Paper>
    </Container>
  );
}
