/** A session ends after this long without a request … */
export const sessionIdleSeconds = 30 * 60;
/** … and after this long in any case. */
export const sessionMaxSeconds = 8 * 60 * 60;
/** A request moves the end of the session at most this often: reading pages should not write rows. */
export const sessionRenewSeconds = 60;
/** How old the register's answer about roles may be when somebody acts for an organisation. */
export const rolesFreshSeconds = 5 * 60;
