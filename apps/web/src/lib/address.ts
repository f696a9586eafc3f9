import type { LinkProps } from '@tanstack/react-router';

/** An address of the router, for lists of places. */
export type Address = Exclude<LinkProps['to'], undefined>;
