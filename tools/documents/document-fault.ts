export interface DocumentFault {
  readonly file: string;
  readonly line: number;
  readonly sentence: string;
}
