/** The contribution whose details stand beside the list, or `new`. */
export interface OpenSearch {
  open?: string;
}

export const openSearch = ({ open }: Record<string, unknown>): OpenSearch => (typeof open === 'string' ? { open } : {});
