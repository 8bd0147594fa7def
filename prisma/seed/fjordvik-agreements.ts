import type { SeedAgreement } from './demo.ts';
import { fjordvik } from './owners.ts';

const ownerSlug = fjordvik.slug;

/**
 * The municipality's agreements beside the one for cards, each with a merchant of its own in the sandbox, so that the payment
 * pages name the municipality. The keys open nothing outside the sandbox.
 */
export const fjordvikAgreements: readonly SeedAgreement[] = [
  {
    ownerSlug,
    name: 'payex',
    provider: 'payex',
    displayName: 'PayEx (Swedbank Pay)',
    // Everything: the payer chooses there. What is less must be chosen before.
    methods: [],
    credentials: {
      accessToken: 'sandbox-payex-access-token-fjordvik',
      payeeId: '3d2c8a1e-6b54-4f0d-9e7a-5c1f0b8d4a63',
      payeeName: 'Fjordvik kommune',
      reservationDays: 30,
    },
  },
  {
    ownerSlug,
    name: 'dibs',
    provider: 'dibs',
    displayName: 'DIBS Payment Window',
    methods: ['VISA', 'MC', 'AMEX', 'DK'],
    credentials: {
      merchantId: '90100003',
      macKey: '53616e64626f782d444942532d6b657920466a6f726476696b206f6e6c7920666f722074657374696e67',
      reservationDays: 30,
    },
  },
  {
    ownerSlug,
    name: 'flexwin',
    provider: 'flexwin',
    displayName: 'DIBS FlexWin',
    methods: ['VISA', 'MC', 'AMEX', 'DK'],
    credentials: {
      merchantId: '90200003',
      key1: 'sandbox(flexwin)key-1-fjordvik;%',
      key2: 'sandbox(flexwin)key-2-fjordvik;%',
      apiUser: 'fjordvik-api',
      apiPassword: 'sandbox-flexwin-password-fjordvik',
      reservationDays: 7,
    },
  },
  {
    ownerSlug,
    name: 'vipps',
    provider: 'vipps',
    displayName: 'Vipps MobilePay',
    methods: ['Vipps'],
    credentials: {
      clientId: 'sandbox-vipps-client-id-fjordvik',
      clientSecret: 'sandbox-vipps-client-secret-fjordvik',
      subscriptionKey: 'sandbox-vipps-subscription-key-fjordvik',
      merchantSerialNumber: '100003',
    },
  },
  {
    ownerSlug,
    name: 'netaxept',
    provider: 'netaxept',
    displayName: 'Nets Netaxept',
    methods: ['Visa', 'MasterCard', 'AmericanExpress'],
    credentials: {
      merchantId: '11000352',
      token: 'sandbox+netaxept/fjordvik=',
      reservationDays: 30,
    },
  },
];
