/** A service as the catalogue and its own page show it, in one language. */
export interface CatalogueEntry {
  slug: string;
  title: string;
  summary: string;
  owner: string;
  /** Already in words: «Fra 1 900 kr». */
  price: string;
  category: string;
}
