export { createMailer, MailError, oneLine, type Address, type Mailer, type OutgoingMail } from './mailer.ts';
