export type Language = 'fr' | 'en';
export type Bilingual = { readonly fr: string; readonly en: string };
