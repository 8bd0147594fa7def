import { z } from 'zod';
import { isOrganisasjonsnummer } from '@/lib/core/identifiers/organisasjonsnummer.ts';
import { type StaffRole, staffRoles } from '@/lib/core/staff-actor.ts';

/** Ansattporten's type of authorization details for Altinn 3 resources (docs.digdir.no, `ansattporten_rar`). */
const type = 'ansattporten:altinn:resource';

/** The claim: one object for each resource that the employee has been given, with the organisation chosen. */
export const authorizationDetailsClaim = z.array(
  z.object({
    type: z.string(),
    resource: z.string().optional(),
    authorized_parties: z
      .array(z.object({ orgno: z.object({ authority: z.string(), ID: z.string() }) }))
      .optional(),
  }),
);
type AuthorizationDetails = z.infer<typeof authorizationDetailsClaim>;

/** Whom an employee acts for, and as what. */
export interface Representation {
  /** Nine digits. */
  orgNumber: string;
  roles: StaffRole[];
}

/** The request's `authorization_details` (RFC 9396): every role's resource, on behalf of one organisation. */
export function askForRepresentation(resources: Readonly<Record<StaffRole, string>>): string {
  return JSON.stringify(
    staffRoles.map((role) => ({
      type,
      resource: urn(resources[role]),
      representation_is_required: true,
    })),
  );
}

/**
 * Reads the claim. Being listed for a role's resource is the role; what is of another type or resource says nothing.
 * Undefined when it does not name exactly one organisation: then it is unclear for whom anything would be done.
 */
export function readRepresentation(
  details: AuthorizationDetails,
  resources: Readonly<Record<StaffRole, string>>,
): Representation | undefined {
  const granted = details.flatMap((detail) => {
    const role = staffRoles.find((each) => detail.type === type && detail.resource === urn(resources[each]));
    return role
      ? (detail.authorized_parties ?? []).map(({ orgno }) => ({ role, orgNumber: numberOf(orgno) }))
      : [];
  });
  const [orgNumber, ...others] = new Set(granted.map((each) => each.orgNumber));
  if (!orgNumber || others.length > 0) return undefined;
  return { orgNumber, roles: staffRoles.filter((role) => granted.some((each) => each.role === role)) };
}

function urn(resource: string): string {
  return `urn:altinn:resource:${resource}`;
}

/** `0192:310419273` of ISO 6523; undefined for anything else. */
function numberOf({ authority, ID }: { authority: string; ID: string }): string | undefined {
  const [scheme, number = ''] = ID.split(':');
  return authority === 'iso6523-actorid-upis' && scheme === '0192' && isOrganisasjonsnummer(number)
    ? number
    : undefined;
}
