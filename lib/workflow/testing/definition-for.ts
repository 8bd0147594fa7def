import type { ServiceDefinition } from '@/lib/services/definition.ts';

type Change = Partial<
  Pick<
    ServiceDefinition,
    | 'payment'
    | 'pricing'
    | 'received'
    | 'signIn'
    | 'signing'
    | 'deadlines'
    | 'retention'
    | 'withdrawal'
    | 'pages'
    | 'prefill'
    | 'optionLists'
  >
>;

/** A small service: one number in the form, 100 kr per unit; 0 units cost nothing. */
export function definitionFor(variant: string, slug: string, change: Change = {}): ServiceDefinition {
  const texts = {
    'service.title': 'Prøvegebyr',
    'service.summary': 'Et gebyr for prøver',
    'service.about': 'Om',
    'service.need': '- Ingenting',
    'service.price': '100 kr per stykk',
    'service.purpose': 'Prøve',
    'service.legalBasis': 'Prøveloven',
    'service.afterwards': 'Ingenting',
    'payment.description': 'Prøvegebyr',
    'signing.statement': 'Jeg bekrefter',
    page: 'Side',
    count: 'Antall',
    files: 'Vedlegg',
    fee: 'Gebyr',
  };
  const signs = variant.includes('sign');
  return {
    schemaVersion: 1,
    slug,
    serviceType: 'submission',
    variant,
    texts: { nb: texts, nn: texts, en: texts },
    pages:
      variant === 'prefilled'
        ? []
        : [
            {
              id: 'one',
              textResourceBindings: { title: 'page' },
              components: [
                {
                  id: 'count',
                  type: 'Input',
                  format: 'integer',
                  required: true,
                  textResourceBindings: { title: 'count' },
                  dataModelBindings: { simpleBinding: 'count' },
                },
                {
                  id: 'files',
                  type: 'FileUpload',
                  maxNumberOfAttachments: 3,
                  textResourceBindings: { title: 'files' },
                  dataModelBindings: { simpleBinding: 'files' },
                },
              ],
            },
          ],
    pricing: {
      currency: 'NOK',
      includesVat: true,
      dateBasis: variant === 'pay_after_sign' ? 'signed' : 'submitted',
      rules: [
        variant === 'prefilled'
          ? { id: 'fee', type: 'fixed', text: 'fee', vat: '25', amountMinor: 60_000 }
          : {
              id: 'fee',
              type: 'countTimesUnit',
              text: 'fee',
              vat: 'outside',
              count: 'count',
              unitMinor: 10_000,
            },
      ],
    },
    payment: { agreement: 'nets', capture: variant === 'pay_before_sign' ? 'reserve' : 'now' },
    signIn: { acr: 'idporten-loa-substantial' },
    ...(signs && { signing: { acr: 'idporten-loa-high' } }),
    deadlines: { draftDays: 30, paymentDays: 14, signingDays: 14 },
    received: 'submitted',
    actingParties: ['person', 'organisation'],
    category: 'fee',
    ...change,
  };
}
