/** The event that says that a case's content was erased as the law asks: from then on nothing is compared with it. */
export const contentErasedEvent = 'content.erased';
