/** Kvitt's name as a picture: a ticked, torn receipt and the word. Takes the colour of the text around it. */
export function Wordmark() {
  return (
    <svg className="kv-wordmark" viewBox="4 0 92 32" aria-hidden="true" focusable="false">
      <path d="M4 3h20v25l-3.3-2.6-3.4 2.6-3.3-2.6-3.3 2.6-3.4-2.6L4 28z" fill="currentColor" />
      <path
        d="m9 14 4 4 7-8"
        fill="none"
        stroke="#fff"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <text x="34" y="23.5">
        Kvitt
      </text>
    </svg>
  );
}
