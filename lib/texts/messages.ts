import type { Language } from '@/lib/core/language.ts';
import { en } from './en/index.ts';
import { nb } from './nb/index.ts';
import { nn } from './nn/index.ts';

/** Areas of texts, each `{ key: text }`; bokmål decides which keys exist, and the types refuse a language that lacks one. */
export type Messages = {
  readonly [area in keyof typeof nb]: { readonly [key in keyof (typeof nb)[area]]: string };
};

/** One line per language. */
export const messages: Record<Language, Messages> = { nb, nn, en };

/** `area.key` */
export type TextKey = {
  [area in keyof typeof nb]: `${area}.${Extract<keyof (typeof nb)[area], string>}`;
}[keyof typeof nb];
