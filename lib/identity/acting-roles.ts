/**
 * The roles of Enhetsregisteret that let one person act for the organisation here. A plain board member is not among
 * them: the board acts together. Add a role by adding its line.
 */
const actingRoles: Record<string, true> = {
  daglig_leder: true,
  styrets_leder: true,
  innehaver: true,
  komplementar: true,
  bestyrende_reder: true,
  forretningsforer: true,
  kontaktperson_nuf: true,
  regnskapsforer: true,
};

export function mayAct(roles: readonly string[]): boolean {
  return roles.some((role) => Object.hasOwn(actingRoles, role));
}
