/** What a part of a form needs of it. */
export interface FieldsOf {
  readonly key: (path: string) => string;
  readonly getInputProps: (path: string, options?: { type?: 'input' | 'checkbox' }) => object;
}
