/** What a thread says to who started it: how its work comes along, and at last what came of it. */
export type Said =
  | { readonly kind: 'news'; readonly news: unknown }
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string; readonly isDatabaseAway: boolean };
