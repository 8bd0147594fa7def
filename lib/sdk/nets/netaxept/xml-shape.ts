import { ReplyShapeError } from '../json-shape.ts';
import type { XmlElement } from './read-xml.ts';

/** The first child of a name; what else there is is none of our business, as the provider asks for. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((one) => one.name === name);
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((one) => one.name === name) ?? [];
}

/** The trimmed text of a child; undefined when it is absent or empty. */
export function textOf(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.text.trim() || undefined;
}

/** @throws ReplyShapeError naming the element, never quoting it. */
export function needText(element: XmlElement | undefined, name: string): string {
  const text = textOf(element, name);
  if (text === undefined) throw new ReplyShapeError(`${name} is missing`);
  return text;
}

/** The 32 hex digits that a transaction is known by. @throws ReplyShapeError */
export function needTransactionId(element: XmlElement | undefined): string {
  const id = needText(element, 'TransactionId');
  if (!isTransactionId(id)) throw new ReplyShapeError('TransactionId is not an id');
  return id;
}

export function isTransactionId(id: string): boolean {
  return /^[0-9a-f]{32}$/i.test(id);
}

/** A sum in minor units that JavaScript holds exactly; 0 when it is absent. @throws ReplyShapeError */
export function amountOf(element: XmlElement | undefined, name: string): number {
  const text = textOf(element, name) ?? '0';
  const amount = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(amount))
    throw new ReplyShapeError(`${name} is not an integer amount`);
  return amount;
}

export function needAmount(element: XmlElement | undefined, name: string): number {
  needText(element, name);
  return amountOf(element, name);
}

/** False when it is absent. @throws ReplyShapeError when it is neither `true` nor `false`. */
export function flagOf(element: XmlElement | undefined, name: string): boolean {
  const text = textOf(element, name)?.toLowerCase() ?? 'false';
  if (text !== 'true' && text !== 'false') throw new ReplyShapeError(`${name} is neither true nor false`);
  return text === 'true';
}
