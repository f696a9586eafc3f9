/** The two languages of the product. They are equal: every text exists in both. */
export type Language = 'fr' | 'en';
