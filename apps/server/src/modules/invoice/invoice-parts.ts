import type { StatementParts } from '../statement/index.ts';

/** Opens the tax numbers that are kept unreadable; and whoever seals documents. */
export type InvoiceParts = StatementParts;
