import type { Persona } from './stage.ts';

/** A screen of the product, where it is, and who walks it. */
export interface Screen {
  /** As the router knows it. */
  readonly route: string;
  readonly as: Persona | null;
  /** Its address in the company of a run; the route itself where nothing is to be filled in. */
  readonly path?: string;
  /** A button that opens a drawer or dialog. */
  readonly opens?: { readonly en: string; readonly fr: string };
}
