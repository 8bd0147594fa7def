/** Netaxept's test system; no more than one transaction per second. */
export const NETAXEPT_TEST_BASE_URL = 'https://test.epayment.nets.eu';

/** Netaxept's live system: real money. */
export const NETAXEPT_LIVE_BASE_URL = 'https://epayment.nets.eu';
