import type { ErrorCode, FieldFault } from '@cordee/contract/errors';

/** A business refusal on its way to the edge, which turns it into problem details in the reader's language. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ErrorCode;
  readonly fields: readonly FieldFault[];
  constructor(code: ErrorCode, fields: readonly FieldFault[] = []) {
    super(code);
    this.code = code;
    this.fields = fields;
  }
}
