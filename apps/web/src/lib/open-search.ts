/** What the address of a list with one of it opened says; what of it means something the screens know: routes are loaded with their shell. */
export const openSearch = ({ open, state }: Record<string, unknown>): { open?: unknown; state?: unknown } => ({ open, state });
