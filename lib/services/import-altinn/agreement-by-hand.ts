/** The agreement that a merge patch names; undefined when it names none. */
export function agreementByHand(patch: unknown): string | undefined {
  const agreement = memberOf(memberOf(patch, 'payment'), 'agreement');
  return typeof agreement === 'string' ? agreement : undefined;
}

/** The patch with this agreement instead of the one that it names; one that names none stays as it is. */
export function withAgreement(patch: unknown, agreement: string): unknown {
  if (agreementByHand(patch) === undefined) return patch;
  const payment = memberOf(patch, 'payment') as object;
  return { ...(patch as object), payment: { ...payment, agreement } };
}

function memberOf(value: unknown, name: string): unknown {
  return value !== null && typeof value === 'object' && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
