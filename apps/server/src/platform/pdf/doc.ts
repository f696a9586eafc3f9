import type Document from 'pdfkit';

/** A document being written, as pdfkit has it, and a part of its structure. */
export type Doc = InstanceType<typeof Document>;
export type Part = ReturnType<Doc['struct']>;
