/** Where time comes from: passed in, so that every race and deadline can be replayed. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

const osloParts = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

const osloHours = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Oslo',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** The legal date of an instant in Europe/Oslo, `YYYY-MM-DD`. */
export function osloDate(instant: Date): string {
  return osloParts.format(instant);
}

export function osloYear(instant: Date): number {
  return Number(osloDate(instant).slice(0, 4));
}

/** The hour of an instant in Europe/Oslo, 0–23. */
export function osloHour(instant: Date): number {
  return Number(osloHours.format(instant));
}

/** An instant moved by whole days of 24 hours. */
export function addDays(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * 86_400_000);
}

export function addSeconds(instant: Date, seconds: number): Date {
  return new Date(instant.getTime() + seconds * 1000);
}

/** The last instant of an Oslo calendar day `days` after the day of `instant`: deadlines are whole days for people. */
export function endOfOsloDay(instant: Date, days = 0): Date {
  const [year, month, day] = osloDate(addDays(instant, 0)).split('-').map(Number) as [number, number, number];
  const target = new Date(Date.UTC(year, month - 1, day + days));
  const date = target.toISOString().slice(0, 10);
  // Oslo is UTC+1 or UTC+2: the last second of the day is 22:59:59Z or 21:59:59Z.
  const winter = new Date(`${date}T22:59:59.000Z`);
  return osloDate(winter) === date ? winter : new Date(`${date}T21:59:59.000Z`);
}
