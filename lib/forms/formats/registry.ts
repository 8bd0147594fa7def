import { newRegistry } from '@/lib/core/registry.ts';
import { account } from './account.ts';
import { date } from './date.ts';
import { email } from './email.ts';
import { fnr } from './fnr.ts';
import { integer } from './integer.ts';
import { kid } from './kid.ts';
import { money } from './money.ts';
import { number } from './number.ts';
import { orgNumber } from './org-number.ts';
import { phone } from './phone.ts';
import { postcode } from './postcode.ts';
import { text } from './text.ts';
import { time } from './time.ts';

/** One line per format of an `Input`. */
export const formats = newRegistry('Input format', [
  text,
  number,
  integer,
  money,
  date,
  time,
  email,
  phone,
  fnr,
  orgNumber,
  account,
  postcode,
  kid,
]);
