/** Browsers drop control characters and blanks from an address before they read it, and take `\` for `/`. */
const misleading = /[\u0000-\u0020\u007f\\]/;

/** Where a link of a definition may lead: the web, mail, telephone, a place on this site or on this page; never a script. */
export function isSafeAddress(address: string): boolean {
  if (misleading.test(address)) return false;
  return /^(https?:\/\/[^/]|mailto:|tel:|#)/i.test(address) || isSitePath(address);
}

/** A path on this site, as `/images/map.png`. */
export function isSitePath(address: string): boolean {
  return !misleading.test(address) && /^\/(?!\/)/.test(address);
}
