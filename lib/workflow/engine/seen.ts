import type { Answers } from '@/lib/core/answers.ts';
import { canonicalJson } from '@/lib/core/canonical-json.ts';
import type { Order } from '@/lib/core/order.ts';
import { sha256Hex } from '@/lib/core/secret-box.ts';
import type { AttachmentInfo } from '@/lib/files/attachments.ts';

/**
 * What a page showed that a button was pressed on, as marks that the page told itself in its form. An empty mark is one of
 * nothing, and equals none.
 */
export interface Seen {
  /** Of answers and attachments; absent where the page shows none. */
  answers?: string;
  price: string;
}

/** A mark of what is sent in: the same answers and files give the same mark, in a draft and when it is frozen. */
export function answersMark(answers: Answers, files: readonly AttachmentInfo[]): string {
  const attached = files
    .map(({ id, componentId, filename, tag, sha256 }) => ({ id, componentId, filename, tag, sha256 }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  return markOf({ answers, attached });
}

/** A mark of what is to be paid and how that came about; the day that tariffs were chosen by is not shown, and not in it. */
export function priceMark({ currency, lines, netMinor, vatMinor, totalMinor }: Omit<Order, 'date'>): string {
  const shown = lines.map(({ id, textKey, quantity, unitNetMinor, vatCode, grossMinor, explanation }) => ({
    id,
    textKey,
    quantity,
    unitNetMinor,
    vatCode,
    grossMinor,
    explanation,
  }));
  return markOf({ currency, shown, netMinor, vatMinor, totalMinor });
}

function markOf(shown: object): string {
  return sha256Hex(canonicalJson(shown)).slice(0, 16);
}
