/** `•••• 0004`: whatever mask a provider uses, the last four digits are enough to know one's own card by. */
export function cardDigits(maskedCard: string | null | undefined): string | undefined {
  const last = /\d{4}$/.exec(maskedCard ?? '')?.[0];
  return last && `•••• ${last}`;
}
