/** The link whose details stand beside the list, `new`, or `code` for a new code. */
interface LinkSearch {
  link?: string;
}

export const linkSearch = ({ link }: Record<string, unknown>): LinkSearch => (typeof link === 'string' ? { link } : {});
