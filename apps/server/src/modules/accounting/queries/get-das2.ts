import type { Context } from '../../../platform/context.ts';
import { read } from '../../../platform/verb.ts';
import { mustSeeBooks } from '../accounting.policy.ts';
import { das2Year, type Das2Year } from '../years/das2.ts';

/** All who were paid in a calendar year, for the declaration of fees and commissions. */
export function getDas2(context: Context, year: number): Promise<Das2Year> {
  mustSeeBooks(context.actor);
  return read(context, (tx) => das2Year(tx, context, year));
}
