/** What a person wrote → `HH:mm`: `9:30`, `09.30`, `0930`, `kl. 9`, `09:30:00`; anything else as it was. */
export function readTime(text: string): string {
  const plain = text.replace(/^kl\.?\s*/i, '').trim();
  const match =
    /^(?<hour>\d{1,2})(?:[.:](?<minute>\d{2})(?:[.:]00)?)?$/.exec(plain) ??
    /^(?<hour>\d{1,2})(?<minute>\d{2})$/.exec(plain);
  const { hour, minute = '00' } = match?.groups ?? {};
  const time = `${hour?.padStart(2, '0')}:${minute}`;
  return hour !== undefined && isTime(time) ? time : text;
}

/** Whether a value is a time of the day as `HH:mm`, 00:00 to 23:59. */
export function isTime(value: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
}
