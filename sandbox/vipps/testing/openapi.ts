import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Ajv, type AnySchemaObject } from 'ajv';
import { it } from 'vitest';
import { correct } from './openapi-corrections.ts';

/*
 * The provider's own OpenAPI files as a judge of what goes over the wire. They lie beside the project, not in it, and are
 * shared by nobody's code: the client and the sandbox are both held against them.
 */
const folder = fileURLToPath(new URL('../../../../shared/reference/providers/specs/vipps/', import.meta.url));
const files = ['epayment.v1.offline.yml', 'order-management.swagger.yaml', 'webhooks.swagger.yaml'] as const;

export const hasSpecs = existsSync(folder);
export const SPECS_ABSENT =
  'skipped: ../shared/reference/providers/specs/vipps is not here, so no request and no reply is held against the OpenAPI files';
if (!hasSpecs) {
  console.info(SPECS_ABSENT);
  // What is only held against them in passing passes all the same: the count says that less was tested.
  it.skip(SPECS_ABSENT, () => undefined);
}

export interface WireMessage {
  method: string;
  /** Below the provider's host, e.g. `/epayment/v1/payments`. */
  path: string;
  headers: Headers;
  /** As sent; empty for none. */
  body: string;
}

/** What the OpenAPI files have against a request; empty when nothing, or when the files are absent. */
export function judgeRequest({ method, path, headers, body }: WireMessage): string[] {
  if (!hasSpecs || isOutside(path)) return [];
  const found = findOperation(method, path);
  if (!found) return [`${method} ${path} is not in the OpenAPI files`];
  const problems = found.parameters.flatMap((parameter) => judgeParameter(parameter, found.values, headers));
  if (!/^Bearer \S+$/.test(headers.get('authorization') ?? '')) problems.push('no bearer token');
  const requestBody = deref(found.operation.requestBody);
  const schema = deref(requestBody?.content?.['application/json'])?.schema;
  if (schema && body !== '') {
    if (headers.get('content-type') !== 'application/json')
      problems.push('content-type is not application/json');
    problems.push(...judge(schema, body, 'body'));
  }
  if (!schema && body !== '') problems.push('a body where none is described');
  if (requestBody?.required && body === '') problems.push('no body');
  return problems;
}

/** As `judgeRequest`, of the reply. A status that is not described must be a problem of a described shape. */
export function judgeReply(
  request: Pick<WireMessage, 'method' | 'path'>,
  { status, headers, body }: { status: number; headers: Headers; body: string },
): string[] {
  if (!hasSpecs || isOutside(request.path)) return [];
  // The gateway in front has bodies of its own, which are not described.
  if ([401, 429].includes(status) || status >= 500) return [];
  const found = findOperation(request.method, request.path);
  if (!found) return [`${request.method} ${request.path} is not in the OpenAPI files`];
  const response = deref(found.operation.responses[String(status)] ?? (status >= 400 && found.problem));
  if (!response) return [`status ${status} is not described`];
  if (!response.content) return body === '' ? [] : ['a body where none is described'];
  const type = (headers.get('content-type') ?? '').split(';')[0] ?? '';
  const media = response.content[type];
  if (!media) return [`content-type ${type} is not described for ${status}`];
  return judge(media.schema, body, `reply ${status}`);
}

/** What the webhook body's schema has against a body. */
export function judgeWebhookBody(body: string): string[] {
  if (!hasSpecs) return [];
  return judge(
    { $ref: `${idOf('epayment.v1.offline.yml')}#/components/schemas/WebhookEvent` },
    body,
    'webhook',
  );
}

/** The named examples of a response, e.g. `CreatePaymentResponse`; empty when the files are absent. */
export function readExamples(response: string): [string, unknown][] {
  const [media] = Object.values<Node>(
    documents.get('epayment.v1.offline.yml')?.components.responses[response].content ?? {},
  );
  return Object.entries<Node>(media?.examples ?? {}).map(([name, { value }]) => [name, value]);
}

/** A whole value of a schema, every optional member included, made of the examples that the file gives for each. */
export function exampleOf(api: 'epayment' | 'webhooks', schema: string): Node {
  const file = files.find((name) => name.startsWith(api)) ?? '';
  return makeExample({ $ref: `${idOf(file)}#/components/schemas/${schema}` });
}

// biome-ignore lint/suspicious/noExplicitAny: a parsed YAML document; what is read of it is checked where it is read.
type Node = any;

const { load } = createRequire(import.meta.url)('js-yaml') as { load(text: string): Node };
const idOf = (file: string) => `https://openapi.test/${file}`;
const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
ajv.addFormat('uri', (text: string) => URL.canParse(text));
ajv.addFormat('uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
ajv.addFormat('date-time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/);
ajv.addFormat('int64', { type: 'number', validate: Number.isSafeInteger });
ajv.addFormat('int32', { type: 'number', validate: (value: number) => value === (value | 0) });

const documents = new Map<string, Node>();
if (hasSpecs) {
  for (const file of files) {
    const document = load(readFileSync(`${folder}${file}`, 'utf8'));
    correct(file, document);
    absolute(document, file);
    documents.set(file, document);
    ajv.addSchema({ $id: idOf(file), components: document.components });
  }
}

/** `#/x` → `https://openapi.test/file#/x`, so that any part of a document can be compiled by itself. */
function absolute(node: Node, file: string): void {
  if (typeof node !== 'object' || node === null) return;
  if (typeof node.$ref === 'string') {
    const [other = '', pointer = ''] = node.$ref.split('#');
    node.$ref = `${idOf(other.replace('./', '') || file)}#${pointer}`;
  }
  for (const child of Object.values(node)) absolute(child, file);
}

function deref(node: Node): Node {
  if (typeof node?.$ref !== 'string') return node || undefined;
  const [id, pointer = ''] = node.$ref.split('#');
  let at = documents.get(id.slice(idOf('').length));
  for (const step of pointer.split('/').slice(1)) {
    at = at?.[step.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return deref(at);
}

function findOperation(method: string, path: string) {
  for (const [file, prefix] of [
    ['epayment.v1.offline.yml', ''],
    ['webhooks.swagger.yaml', '/webhooks'],
  ] as const) {
    for (const [template, item] of Object.entries<Node>(documents.get(file)?.paths ?? {})) {
      const pattern = `^${prefix}${template.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`;
      const match = new RegExp(pattern).exec(path);
      const operation = item[method.toLowerCase()];
      if (!match || !operation) continue;
      const parameters: Node[] = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(deref);
      const problem =
        deref(operation.responses['400']) ?? deref(documents.get(file).components.responses?.ProblemResponse);
      return { operation, parameters, problem, values: match.groups ?? {} };
    }
  }
  return undefined;
}

function judgeParameter(parameter: Node, values: Record<string, string>, headers: Headers): string[] {
  const value = parameter.in === 'path' ? values[parameter.name] : headers.get(parameter.name);
  if (value === undefined || value === null) {
    return parameter.required ? [`${parameter.in} ${parameter.name} is missing`] : [];
  }
  return judge(parameter.schema, JSON.stringify(value), `${parameter.in} ${parameter.name}`);
}

function makeExample(node: Node): Node {
  const schema = deref(node);
  if (schema.properties && !schema.additionalProperties?.type) {
    return Object.fromEntries(
      Object.entries<Node>(schema.properties).map(([name, member]) => [name, makeExample(member)]),
    );
  }
  if (schema.example instanceof Date) return schema.example.toISOString();
  if (schema.example !== undefined) return schema.example;
  if (schema.allOf) return makeExample(schema.allOf[0]);
  if (schema.type === 'array') return [makeExample(schema.items)];
  const byFormat: Record<string, unknown> = {
    uuid: '497f6eca-6276-4993-bfeb-53cbbbba6f08',
    uri: 'https://example.com/x',
    'date-time': '2022-12-31T00:00:00Z',
  };
  const byType: Record<string, unknown> = { integer: schema.minimum ?? 0, boolean: true };
  return schema.enum?.[0] ?? byFormat[schema.format] ?? byType[schema.type] ?? 'sample';
}

const compiled = new WeakMap<object, ReturnType<Ajv['compile']>>();

function judge(schema: AnySchemaObject, text: string, where: string): string[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [`${where} is not JSON`];
  }
  const validate = compiled.get(schema) ?? ajv.compile(schema);
  compiled.set(schema, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${where}${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

/** Tokens are not described, and the pages, books and faults are the sandbox's own. */
function isOutside(path: string): boolean {
  return !/^\/(epayment|webhooks)\//.test(path);
}
