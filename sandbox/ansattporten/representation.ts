import { type Employee, resourceNames } from './employees.ts';

const type = 'ansattporten:altinn:resource';
const urn = 'urn:altinn:resource:';

/** What an authorization request asks for: resources by their id. */
export interface Representation {
  resources: string[];
  required: boolean;
}

/**
 * Reads `authorization_details` of a request (RFC 9396) in Ansattporten's data model for Altinn 3 resources; undefined
 * when it is none of that. Booleans may be written as strings, as clients do.
 */
export function readRepresentation(parameter: unknown): Representation | undefined {
  if (parameter === undefined) return { resources: [], required: false };
  const details = parse(String(parameter));
  if (!Array.isArray(details) || details.length === 0) return undefined;
  const resources: string[] = [];
  let required = false;
  for (const detail of details as Record<string, unknown>[]) {
    if (detail?.type !== type || typeof detail.resource !== 'string' || !detail.resource.startsWith(urn))
      return undefined;
    resources.push(detail.resource.slice(urn.length));
    required ||= String(detail.representation_is_required) === 'true';
  }
  return { resources, required };
}

/** The claim `authorization_details`: one object per resource asked for that the employee has been given. */
export function authorizationDetails({ resources }: Representation, employee: Employee) {
  const { orgNumber, name, unitType } = employee.organisation;
  return resources
    .filter((resource) => employee.resources.includes(resource))
    .map((resource) => ({
      type,
      resource: `${urn}${resource}`,
      resource_name: resourceNames[resource] ?? resource,
      authorized_parties: [
        {
          orgno: { authority: 'iso6523-actorid-upis', ID: `0192:${orgNumber}` },
          resource,
          name,
          unit_type: unitType,
        },
      ],
    }));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
