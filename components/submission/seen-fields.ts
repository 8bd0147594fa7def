/** Hidden fields in which a page tells what it showed, to be sent back with its button. */
export const seenFields = { answers: 'seenAnswers', price: 'seenPrice' } as const;
