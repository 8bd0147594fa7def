export interface ErrorSummaryProps {
  /** «Rett disse feilene før du går videre» */
  title: string;
  /** `href` where the field is on another page. */
  errors: readonly { fieldId: string; message: string; href?: string }[];
  id?: string;
}

/** All errors of a page with links to their fields; takes the focus when the page has loaded, so that nobody has to find out that something is wrong. */
export function ErrorSummary({ title, errors, id = 'error-summary' }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <section
      className="ds-error-summary"
      id={id}
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: after a reload the errors are what the person must meet first
      autoFocus
      aria-labelledby={`${id}-title`}
    >
      <h2 className="ds-heading" id={`${id}-title`} data-size="xs">
        {title}
      </h2>
      <ul className="ds-list">
        {errors.map((error) => (
          <li key={`${error.fieldId} ${error.message}`}>
            <a className="ds-link" data-color="neutral" href={error.href ?? `#${error.fieldId}`}>
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
