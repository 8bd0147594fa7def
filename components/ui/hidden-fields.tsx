/** What is posted along unseen: names with their values, one name as often as it has values. */
export function HiddenFields({ fields }: { fields: readonly (readonly [string, string])[] }) {
  return fields.map(([name, value], index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list is written once, and two of its entries may be alike
    <input key={index} type="hidden" name={name} value={value} />
  ));
}
