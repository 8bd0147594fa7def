import { fileURLToPath } from 'node:url';
import { getAnswer } from '@/lib/core/answers.ts';

const inventory = 'GoodsAndServicesProperties.Inventory.InventoryProperties';

/** What an owner adds to the imported trademark app by hand: prices excluding VAT by Nice class, and Kvitt's own texts. */
export const byHandFile = fileURLToPath(new URL('payment-app-by-hand.json', import.meta.url));

/** What a person writes on each page, by component. */
export const pagesOfPaymentApp: [string, Record<string, string[]>][] = [
  [
    'contact-information',
    {
      fullName: ['Kari Testesen'],
      phoneNumber: ['22334455'],
      email: ['kari@test.example'],
      reference: ['Merke 1'],
      delegateRole: ['true'],
      hidePaymentDetails: [],
    },
  ],
  [
    'organization-information',
    {
      'CompanyInformation[0].CompanyNumber': ['310419273'],
      'CompanyInformation[0].CompanyName': ['Testfirma AS'],
      'CompanyInformation[0].CompanyAddress': ['Prøveveien 1'],
      'CompanyInformation[0].CompanyPostalCode': ['0001'],
      'CompanyInformation[0].CompanyPostalCity': ['Oslo'],
      'CompanyInformation[0].CompanyCountry': ['Norge'],
    },
  ],
  [
    'agent',
    {
      agentNumber: ['312088460'],
      agentName: ['Testfullmektig AS'],
      agentAddress: ['Testveien 2'],
      agentPostalCode: ['0002'],
      agentPostalCity: ['Oslo'],
      agentCountry: ['Norge'],
    },
  ],
  [
    'trademark',
    { chooseTrademark: ['word'], trademarkText: ['Prøvemerket'], trademarkDetails: ['Blå\nog hvit'] },
  ],
  [
    'goods-and-services',
    {
      haveReadAndUnderstood: ['true'],
      'services[0].niceClassificationNumber': ['1'],
      'services[0].servicesAndGoods': ['Kjemikalier'],
      servicesDetails: ['Ingen'],
    },
  ],
  [
    'priority',
    {
      hasPreInvestigation: ['true'],
      preliminarySearch: ['true'],
      investigationYear: ['2024'],
      investigationNumber: ['2024-7'],
      priorityReason: ['earlierApplicant'],
      'priorityEarlierApplication[0].priorityDate': ['01.02.2026'],
      'priorityEarlierApplication[0].countryCode': ['SE'],
      'priorityEarlierApplication[0].registrationNumber': ['123'],
      'priorityEarlierApplication[0].niceClassificationNumbers': ['1'],
    },
  ],
];

/** A page's post, which says what it showed: the components, their groups and rows. */
export function postOf(fields: Record<string, string[]>): Record<string, string[]> {
  const shown = Object.keys(fields).flatMap((name) => {
    const row = /^(.+)\[\d+\]\./.exec(name);
    return row?.[1] ? [row[1], name.slice(0, name.lastIndexOf('.')), name] : [name];
  });
  return { ...fields, _shown: [...new Set(shown)] };
}

export const classesOf = (answers: Parameters<typeof getAnswer>[0]) => getAnswer(answers, inventory);
