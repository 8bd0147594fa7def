import { newSecretBox } from '@/lib/core/secret-box.ts';

/** For tests of rows that hold nothing sealed, or that open it themselves. */
export const testBox = newSecretBox(Buffer.alloc(32, 7).toString('base64'));
