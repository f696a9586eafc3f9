/** What a partner may hang on a link for one placement; empty fields are left out. */
export interface Labels {
  readonly sub: string;
  readonly utm_source: string;
  readonly utm_medium: string;
  readonly utm_campaign: string;
  readonly utm_content: string;
  readonly utm_term: string;
}

export const noLabels: Labels = { sub: '', utm_source: '', utm_medium: '', utm_campaign: '', utm_content: '', utm_term: '' };

/** The link with its labels: the redirect keeps `sub` with the click and hands the others on to the page. */
export function trackedAddress(link: string, labels: Labels): string {
  const address = new URL(link);
  for (const [name, value] of Object.entries(labels)) {
    if (value.trim() !== '') address.searchParams.set(name, value.trim());
  }
  return address.href;
}
