/** HTML's autofill field names (HTML Living Standard § 4.10.18.7.1) that a form of the public sector may ask for. */
const names = new Set(
  (
    'on off name honorific-prefix given-name additional-name family-name honorific-suffix nickname username ' +
    'organization-title organization street-address address-line1 address-line2 address-line3 address-level1 address-level2 ' +
    'address-level3 address-level4 country country-name postal-code bday bday-day bday-month bday-year sex language url photo ' +
    'tel tel-country-code tel-national tel-area-code tel-local email impp transaction-amount transaction-currency'
  ).split(' '),
);

/** Whether a value is one that browsers and assistive technology know: `[section-…] [shipping|billing] [home|work|mobile] name`. */
export function isAutocomplete(value: string): boolean {
  const match =
    /^(?:section-[\w-]+ )?(?:(?:shipping|billing) )?(?:(?:home|work|mobile|fax|pager) )?([\w-]+)$/.exec(
      value,
    );
  return match?.[1] !== undefined && names.has(match[1]);
}
