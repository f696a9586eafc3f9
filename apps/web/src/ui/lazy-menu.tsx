import { UnstyledButton } from '@mantine/core';
import { Suspense, useState, type ComponentType, type ReactElement, type ReactNode } from 'react';

interface LazyMenuProps {
  /** Shows a menu, opened, under the target it is given; a lazy component. */
  readonly menu: ComponentType<{ target: ReactElement }>;
  readonly children: ReactNode;
}

/** A button whose menu, and what menus need, is loaded when it is first wanted. */
export function LazyMenu({ menu: Menu, children }: LazyMenuProps) {
  const [wanted, setWanted] = useState(false);
  const waiting = (
    <UnstyledButton aria-haspopup="menu" aria-expanded={false} onClick={() => setWanted(true)} display="flex" miw={0}>
      {children}
    </UnstyledButton>
  );
  if (!wanted) return waiting;
  const target = (
    <UnstyledButton display="flex" miw={0}>
      {children}
    </UnstyledButton>
  );
  return (
    <Suspense fallback={waiting}>
      <Menu target={target} />
    </Suspense>
  );
}
