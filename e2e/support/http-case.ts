import { type APIRequestContext, expect } from '@playwright/test';
import { inputsOf, linksOf, multipart, type Part, type Probe, type Reply } from './probe.ts';

const sandboxUrl = () => process.env.E2E_SANDBOX_URL ?? 'http://127.0.0.1:4210';

/** A small real PDF; `salt` makes another file of it. */
export const pdf = (salt = ''): string =>
  `%PDF-1.4\n%${salt}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n%%EOF\n`;

/** Answers of its first page. */
export const propertyAnswers = {
  gnr: '12',
  bnr: '34',
  street: 'Prøveveien 1',
  postcode: '0150',
  isOwner: 'yes',
  contactPhone: '98765432',
};

/** Answers of the building application, page by page; a small extension: no surcharge. */
const buildingPages: Record<string, Record<string, string>> = {
  property: propertyAnswers,
  measure: {
    measureType: 'extension',
    area: '24,5',
    boundaryDistance: '4',
    measureDescription: 'Et lite tilbygg i tre.',
    dispensation: 'no',
  },
  neighbours: { notified: 'exempt', exemptReference: '2026/123' },
};

/** Begins a draft of a service; gives its id. */
export async function begin(probe: Probe, slug: string): Promise<string> {
  const begun = await probe.post(`/services/${slug}/start`);
  const id = /^\/submissions\/([0-9a-f-]{36})\//.exec(begun.location)?.[1];
  if (!id) throw new Error(`No draft: ${begun.status} ${begun.location}`);
  return id;
}

/** Posts one form page as its own form would, with the version that it is at now. */
export async function savePage(
  probe: Probe,
  id: string,
  page: string,
  fields: Record<string, string>,
  action = 'next',
): Promise<Reply> {
  const { _version = '', _mark = '' } = inputsOf((await probe.get(`/submissions/${id}/${page}`)).body);
  return probe.post(`/submissions/${id}/${page}/save`, { _version, _mark, action, ...fields });
}

/** Uploads to one component of the building application's last page. */
export async function uploadTo(
  probe: Probe,
  id: string,
  files: readonly (Omit<Part, 'name'> & { component: string })[],
  action = 'upload',
): Promise<Reply> {
  const { _version = '', _mark = '' } = inputsOf((await probe.get(`/submissions/${id}/attachments`)).body);
  const fields = Object.entries({ _version, _mark, action });
  return probe.send('POST', `/submissions/${id}/attachments/save`, {
    ...multipart([
      ...fields.map(([name, content]) => ({ name, content })),
      ...files.map(({ component, ...file }) => ({ name: component, ...file })),
    ]),
  });
}

export interface BuildingAnswers {
  measureDescription?: string;
  filenames?: { sitePlan: string; drawings: string };
}

/** A building application that is filled in, up to the check page. */
export async function filledBuilding(probe: Probe, answers: BuildingAnswers = {}): Promise<string> {
  const id = await begin(probe, 'byggesoknad');
  const { measureDescription, filenames = { sitePlan: 'kart.pdf', drawings: 'tegning.pdf' } } = answers;
  for (const [page, fields] of Object.entries(buildingPages)) {
    const own = page === 'measure' && measureDescription ? { ...fields, measureDescription } : fields;
    expect((await savePage(probe, id, page, own)).location).not.toContain('errors=');
  }
  await uploadTo(probe, id, [{ component: 'sitePlan', filename: filenames.sitePlan, content: pdf('a') }]);
  await uploadTo(probe, id, [{ component: 'drawings', filename: filenames.drawings, content: pdf('b') }]);
  return id;
}

/** What a page of a case says in its form that it shows. */
export async function shownOn(
  probe: Probe,
  id: string,
  page: 'check' | 'pay',
): Promise<Record<string, string>> {
  const { seenAnswers, seenPrice } = inputsOf((await probe.get(`/submissions/${id}/${page}`)).body);
  return { ...(seenAnswers && { seenAnswers }), ...(seenPrice && { seenPrice }) };
}

export async function confirmCase(
  probe: Probe,
  id: string,
  extra: Record<string, string> = {},
): Promise<Reply> {
  return probe.post(`/submissions/${id}/check/save`, { ...(await shownOn(probe, id, 'check')), ...extra });
}

/** Signs what the signing page shows, with the sign-in that is there. */
export async function signCase(probe: Probe, id: string): Promise<Reply> {
  const page = await probe.get(`/submissions/${id}/sign`);
  return probe.post(`/submissions/${id}/sign/save`, { ...inputsOf(page.body), action: 'sign' });
}

export interface Booked {
  paymentId: string;
  reference: string;
  /** The attempt's id. */
  myReference: string;
  amount: number;
  charged: number;
  refunded: number;
  reserved: number;
}

/** Every payment in the provider's books. */
export async function booked(request: APIRequestContext): Promise<Booked[]> {
  return (await (await request.get(`${sandboxUrl()}/nets/books`)).json()) as Booked[];
}

/** Opens the payment of a case that waits for it; gives the provider's record. */
export async function openPayment(probe: Probe, request: APIRequestContext, id: string): Promise<Booked> {
  const shown = await shownOn(probe, id, 'pay');
  const opened = await probe.post(`/submissions/${id}/pay/save`, { action: 'pay', ...shown });
  const found = (await booked(request)).find(({ paymentId }) => opened.location.includes(paymentId));
  if (!found) throw new Error(`No payment was opened: ${opened.status} ${opened.location}`);
  return found;
}

/** Pays with the good test card, without a browser; nobody comes back from the payment page. */
export async function payAtProvider(request: APIRequestContext, { paymentId }: Booked): Promise<void> {
  await request.post(`${sandboxUrl()}/nets/books/${paymentId}/pay`, { data: {} });
}

export interface FinishedCase {
  id: string;
  payment: Booked;
  receipt: string;
  archive: string;
  archiveFiles: string[];
  seal: string;
  file: string;
  message: string;
  attachment: string;
}

/** A building application signed, paid, received and archived: every kind of thing that has an address, by its path. */
export async function finishedBuilding(
  probe: Probe,
  request: APIRequestContext,
  answers: BuildingAnswers = {},
): Promise<FinishedCase> {
  const id = await filledBuilding(probe, answers);
  const file = linksOf((await probe.get(`/submissions/${id}/check`)).body, `/submissions/${id}/files/`)[0];
  const filePage = await probe.get(`/submissions/${id}/attachments`);
  const fileOfPage = linksOf(filePage.body, `/submissions/${id}/files/`)[0];
  await confirmCase(probe, id);
  await signCase(probe, id);
  const payment = await openPayment(probe, request, id);
  await payAtProvider(request, payment);
  await probe.get(`/payments/return/${payment.myReference}`);
  const receipt = await reached(probe, id, '/receipts/');
  let page = await probe.get(receipt);
  // PDF, archive and message follow from the worker.
  await expect
    .poll(
      async () => {
        page = await probe.get(receipt);
        return linksOf(page.body, '/archive/').length;
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThan(0);
  const archive = linksOf(page.body, '/archive/')[0] ?? '';
  const archived = await probe.get(archive);
  const inbox = await probe.get('/inbox');
  const message = linksOf(inbox.body, '/inbox/messages/')[0] ?? '';
  const opened = await probe.get(message);
  return {
    id,
    payment,
    receipt,
    archive,
    archiveFiles: linksOf(archived.body, `${archive}/files/`),
    seal: linksOf(page.body, '/seals/')[0] ?? '',
    file: file ?? fileOfPage ?? '',
    message,
    attachment: linksOf(opened.body, '/inbox/attachments/')[0] ?? '',
  };
}

/** Opens a case until its state leads to an address that begins so; gives that address. */
export async function reached(probe: Probe, id: string, start: string, timeoutMs = 20_000): Promise<string> {
  let location = '';
  await expect
    .poll(
      async () => {
        location = (await probe.get(`/submissions/${id}`)).location;
        return location;
      },
      { timeout: timeoutMs },
    )
    .toMatch(new RegExp(`^${start}`));
  return location;
}
