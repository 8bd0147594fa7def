import { stylesheetHref } from './stylesheet.ts';

/** The stylesheet, the font and the icon: the same for Next's pages and for documents of route handlers. */
export function HeadLinks() {
  return (
    <>
      <link
        rel="preload"
        href="/fonts/inter-latin.woff2"
        as="font"
        type="font/woff2"
        crossOrigin="anonymous"
      />
      <link rel="stylesheet" href={stylesheetHref()} />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    </>
  );
}
