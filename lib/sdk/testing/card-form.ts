/** The card form of a payment page, filled in as a browser without JavaScript would. */
export function fillCardForm(html: string, cardNumber: string): { action: string; fields: URLSearchParams } {
  const form = html.split(/<form/i).find((part) => part.includes('cc-number')) ?? '';
  const typed: Record<string, string> = { 'cc-number': cardNumber, 'cc-exp': '12/39', 'cc-csc': '123' };
  const fields = new URLSearchParams();
  for (const [tag] of form.split(/<\/form>/i, 1)[0]?.matchAll(/<input[^>]*>/gi) ?? []) {
    const attribute = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
    fields.set(attribute('name'), typed[attribute('autocomplete')] ?? attribute('value'));
  }
  return { action: /action="([^"]*)"/.exec(form)?.[1]?.replaceAll('&amp;', '&') ?? '', fields };
}
