/** Nexi's way of writing an instant: four decimals and an offset, `2026-01-05T10:00:00.0000+00:00`. */
export function nexiTimestamp(instant: string): string {
  return new Date(instant).toISOString().replace('Z', '0+00:00');
}
