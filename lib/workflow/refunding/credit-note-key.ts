/** What the message with a credit note is known by in the boxes of a case's parties; the party's id follows it. */
export function creditNoteKey(receiptId: string): string {
  return `credit_note:${receiptId}`;
}
