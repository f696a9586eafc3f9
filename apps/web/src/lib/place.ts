/** A screen one can go to, said in the person's language. */
export interface Place {
  readonly id: string;
  readonly label: string;
  readonly go: () => void;
}
