/** The most that Next reads of an action's arguments. */
const maxBytes = 1_000_000;
/** Of React's own marks in strings, those that stand for a value by themselves; the others point at parts, and a text has none. */
const valueMark = /^\$(?:\$|undefined$|NaN$|Infinity$|-Infinity$|-0$|D|n)/;

/**
 * Whether a body can be read as the arguments of a server action that was called from a script: a JSON list. Next answers a
 * bare 500 to anything else, before the action's own code runs.
 */
export async function isActionBody(request: Request): Promise<boolean> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return false;
  const text = await request.text();
  if (text.length > maxBytes) return false;
  try {
    let whole = true;
    const list: unknown = JSON.parse(text, (_key, value: unknown) => {
      if (typeof value === 'string' && value.startsWith('$') && !valueMark.test(value)) whole = false;
      return value;
    });
    return whole && Array.isArray(list);
  } catch {
    return false;
  }
}
