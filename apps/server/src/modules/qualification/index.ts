export type { ConfirmationLetter, OnApplied, QualificationParts } from './parts.ts';
export { mayReadEvidence } from './read-qualification.ts';
export { qualificationGates } from './qualification-gates.store.ts';
export { getQualification } from './queries/get-qualification.ts';
export { listQualifications } from './queries/list-qualifications.ts';
export { qualificationJobs } from './qualification.jobs.ts';
export { serveQualification } from './qualification.routes.ts';
export { type ApplicantToTell, applicantToTell } from './queries/read-applications.ts';
export { type QualificationToTell, qualificationToTell } from './queries/qualification-to-tell.ts';
