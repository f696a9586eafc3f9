export function isBuilt(): boolean;
export function fingerprint(): string;
