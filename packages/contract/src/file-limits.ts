/** What is known of files without a schema, for screens that ask before they send. */

export const fileKinds = ['pdf', 'png', 'jpeg', 'webp', 'text', 'csv'] as const;
export type FileKind = (typeof fileKinds)[number];

/** The most a file may weigh. */
export const largestFile = 10_000_000;

/** The most files that one thing refers to at once. */
export const mostFiles = 10;
