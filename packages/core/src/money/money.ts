/** An exact amount: integer minor units of an ISO 4217 currency, or whole units of a non-cash one. */
export interface Money {
  readonly amount: bigint;
  readonly currency: string;
}
