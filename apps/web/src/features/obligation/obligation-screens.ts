export { ObligationsScreen } from './obligations-screen.tsx';
export { OwnObligations } from './own-obligations.tsx';
export { PartnerObligations } from './partner-obligations.tsx';
