export { CharterSettings } from './charter-settings.tsx';
export { OwnCharter } from './own-charter.tsx';
export { PartnerCharter } from './partner-charter.tsx';
