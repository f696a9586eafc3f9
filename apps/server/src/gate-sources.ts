import { charterGates } from './modules/charter/index.ts';
import { accessGates } from './modules/identity/index.ts';
import { exitGates } from './modules/leaving/index.ts';
import { gateFactsOf } from './modules/partnership/index.ts';
import { qualificationGates } from './modules/qualification/index.ts';
import { taxGates } from './modules/tax/index.ts';

/** What modules know of the gates between stages: one line a module. */
export const gateFacts = gateFactsOf([taxGates, accessGates, charterGates, qualificationGates, exitGates]);
