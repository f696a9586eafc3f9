export { findSignals } from './find-signals.ts';
export { signalText } from './signal-text.ts';
export { type EarlierConversion, type Signal, type SignalCode, signalDays, type SignalEvidence, thresholds } from './signal.ts';
