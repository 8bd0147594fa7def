export interface PaginationProps {
  /** Names the navigation, e.g. «Sider». */
  label: string;
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
  previousText: string;
  nextText: string;
  /** «Side 2 av 5» */
  positionText: string;
}

/** From one page of a long list to the next; nothing when there is only one. */
export function Pagination({
  label,
  page,
  pages,
  hrefOf,
  previousText,
  nextText,
  positionText,
}: PaginationProps) {
  if (pages <= 1) return null;
  return (
    <nav aria-label={label} className="kv-row">
      {page > 1 ? (
        <a className="ds-button" data-variant="tertiary" rel="prev" href={hrefOf(page - 1)}>
          {previousText}
        </a>
      ) : null}
      <span>{positionText}</span>
      {page < pages ? (
        <a className="ds-button" data-variant="tertiary" rel="next" href={hrefOf(page + 1)}>
          {nextText}
        </a>
      ) : null}
    </nav>
  );
}
