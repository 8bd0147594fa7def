/** Where the payer's browser posts the form. Test payments go here too, marked `test=yes`. */
export const FLEXWIN_WINDOW_URL = 'https://payment.architrade.com/paymentweb/start.action';

/** The window's older address, which takes the same form. */
export const FLEXWIN_OLD_WINDOW_URL = 'https://payment.architrade.com/payment/start.pml';

/** Below it are the functions: `/cgi-bin/…`, `/cgi-adm/…` (with an API user), `/transstatus.pml`, `/cardtype.pml`. */
export const FLEXWIN_API_BASE_URL = 'https://payment.architrade.com';
