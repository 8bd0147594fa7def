import type { APIRequestContext } from '@playwright/test';

const sandboxUrl = () => process.env.E2E_SANDBOX_URL ?? 'http://127.0.0.1:4210';

interface BookedPayment {
  paymentId: string;
  reference: string;
  amount: number;
  charged: number;
  refunded: number;
}

/** The provider's books, its faults, and the mail that was sent, over the sandbox's own HTTP. */
export const sandbox = {
  async payments(request: APIRequestContext, party = 'nets'): Promise<BookedPayment[]> {
    const reply = await request.get(`${sandboxUrl()}/${party}/books`);
    const booked = (await reply.json()) as (BookedPayment & { captured?: number })[];
    // What has been taken has two names among the books.
    return booked.map((payment) => ({ ...payment, charged: payment.charged ?? payment.captured }));
  },
  /** The provider's payments of a case, by the reference that its pages show. */
  async paymentsOf(request: APIRequestContext, reference: string, party?: string): Promise<BookedPayment[]> {
    const payments = await this.payments(request, party);
    return payments.filter((payment) => payment.reference.startsWith(reference));
  },
  /** Does what a payer does on the payment page, without a browser. */
  async pay(request: APIRequestContext, paymentId: string, party = 'nets'): Promise<void> {
    const data = party === 'nets' ? { card: '4925000000000004' } : {};
    const reply = await request.post(`${sandboxUrl()}/${party}/books/${paymentId}/pay`, { data });
    if (!reply.ok()) throw new Error(`${paymentId}: ${reply.status()} ${await reply.text()}`);
  },
  async fault(
    request: APIRequestContext,
    name: string,
    value: string,
    times?: number,
    party = 'nets',
  ): Promise<void> {
    await request.put(`${sandboxUrl()}/faults/api`, {
      data: { party, name, value, ...(times && { times }) },
    });
  },
  /** A party of the sandbox breaks off every call. */
  async silence(request: APIRequestContext, party: string): Promise<void> {
    await request.put(`${sandboxUrl()}/faults/api`, { data: { party, name: 'availability', value: 'dead' } });
  },
  /** A fault for one payment only, by the provider's id of it. */
  async faultOf(request: APIRequestContext, paymentId: string, name: string, value: string): Promise<void> {
    await request.put(`${sandboxUrl()}/nets/books/${paymentId}/faults`, { data: { name, value } });
  },
  /** Today's settlement report, as CSV, of those whom this payment's money is for; each call is another report. */
  async settlementReport(request: APIRequestContext, reference: string): Promise<string> {
    const links = await (await request.get(`${sandboxUrl()}/nets/settlements?reference=${reference}`)).text();
    const path = /href="([^"]*date=[^"]*)"/.exec(links)?.[1]?.replaceAll('&#38;', '&') ?? '';
    return (await request.get(`${path}&serial=${Date.now()}`)).text();
  },
  async clearFaults(request: APIRequestContext): Promise<void> {
    await request.delete(`${sandboxUrl()}/faults/api`);
  },
  async mails(
    request: APIRequestContext,
    to?: string,
  ): Promise<{ subject: string; text: string; deliveries: number }[]> {
    const reply = await request.get(
      `${sandboxUrl()}/mail/api/messages${to ? `?to=${encodeURIComponent(to)}` : ''}`,
    );
    return ((await reply.json()) as { messages: { subject: string; text: string; deliveries: number }[] })
      .messages;
  },
};
