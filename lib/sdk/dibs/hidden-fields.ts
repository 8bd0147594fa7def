/**
 * The signed text is `name=value&name=value` with nothing encoded, so `a` = `1&b=2` and `a` = `1`, `b` = `2` have the
 * same MAC. A payer, whose browser carries the message, could otherwise cut a field out of a value (a return address,
 * a name on an invoice) or hide one in it, and the MAC would still be right.
 * The names below, and `s_…`, are all that this client reads.
 */
const READ_NAMES = new Set([
  'merchant',
  'orderid',
  'amount',
  'currency',
  'status',
  'transaction',
  'fee',
  'amountoriginal',
  'voucheramount',
  'capturenow',
  'capturestatus',
  'actioncode',
  'acquirer',
  'cardnumbermasked',
  'expmonth',
  'expyear',
  'cardtypename',
  'validationerrors',
  'test',
  'ticket',
  'mac',
]);

/**
 * The name of a field that `value` would show to a reader who cuts the signed text elsewhere; undefined when there is none
 * that matters: one that is read, in any value, or any at all in the value of one that is read.
 */
export function hiddenField(name: string, value: string): string | undefined {
  const isRead = isReadName(name);
  for (const [, hidden = ''] of value.matchAll(/&([^&=]*)=/g)) {
    if (isRead || isReadName(hidden)) return hidden;
  }
  return undefined;
}

function isReadName(name: string): boolean {
  const plain = name.toLowerCase();
  return READ_NAMES.has(plain) || plain.startsWith('s_');
}
