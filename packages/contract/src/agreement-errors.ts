import { claimErrors } from './claim-errors.ts';
import { qualificationErrors } from './qualification-errors.ts';

/** What is refused where two companies come to terms. */
export const agreementErrors = { ...claimErrors, ...qualificationErrors } as const;
