// biome-ignore lint/suspicious/noExplicitAny: a parsed YAML document.
type Node = any;

/**
 * Where the saved files are known to be behind the provider's site, or wrong in themselves. Everything else
 * is taken as it is written. Each correction fails when the file no longer has what it corrects.
 */
export function correct(file: string, document: Node): void {
  if (file !== 'epayment.v1.offline.yml') return;
  const { schemas, parameters, responses } = document.components;

  // Today's site: references up to 64 characters.
  expect(schemas.Reference.maxLength, 50);
  Object.assign(schemas.Reference, { maxLength: 64, pattern: '^[a-zA-Z0-9-]{8,64}$' });
  Object.assign(parameters['Payment-Reference-ID'].schema, {
    maxLength: 64,
    pattern: '^[a-zA-Z0-9-]{8,64}$',
  });

  // Today's site: serial numbers of 4 to 10 digits.
  expect(schemas.MSN.maxLength, 6);
  Object.assign(schemas.MSN, { maxLength: 10, pattern: '^[0-9]{4,10}$' });

  // None of the three has a required member, so any customer matches all of them and never exactly one, as is meant.
  expect(schemas.Customer.oneOf.length, 3);
  schemas.Customer.allOf = schemas.Customer.oneOf;
  delete schemas.Customer.oneOf;
  Object.assign(schemas.Customer, { minProperties: 1, maxProperties: 1 });

  // Required, but not among the properties: the member is `name`.
  expect(schemas.PaymentEvent.required.includes('paymentAction'), true);
  schemas.PaymentEvent.required = schemas.PaymentEvent.required.map((name: string) =>
    name === 'paymentAction' ? 'name' : name,
  );

  // A success is no problem.
  const { content } = responses.AdjustResponse;
  expect(Object.keys(content)[0], 'application/problem+json');
  responses.AdjustResponse.content = { 'application/json': content['application/problem+json'] };
}

function expect(found: unknown, wanted: unknown): void {
  if (found !== wanted)
    throw new Error(`the OpenAPI file has changed: ${String(found)}, not ${String(wanted)}`);
}
