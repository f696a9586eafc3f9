import { Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { takeFirstArrival } from './first-arrival.ts';

interface PageHeaderProps {
  readonly title: string;
  /** One sentence, or facts about what the page shows. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Shown above the title: where one came from. */
  readonly above?: ReactNode;
}

/** The head of every screen: names the document, and is where the focus goes when one arrives from another screen. */
export function PageHeader({ title, children, actions, above }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Cordée`;
  }, [title]);
  useEffect(() => {
    if (!takeFirstArrival()) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Stack gap={4} mb="lg">
      {above}
      <Group justify="space-between" align="flex-start" gap="sm">
        <Title order={1} ref={heading} tabIndex={-1}>
          {title}
        </Title>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </Group>
      {children !== undefined && (
        <Text component="div" c="dimmed">
          {children}
        </Text>
      )}
    </Stack>
  );
}
