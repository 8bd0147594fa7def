import { portal } from './portal.ts';
import { notices } from './notices.ts';
import { payment } from './payment.ts';
import { archive } from './archive.ts';
import { inbox } from './inbox.ts';
import { mail } from './mail.ts';
import { receipt } from './receipt.ts';
import { pricing } from './pricing.ts';
import { validation } from './validation.ts';

export const en = { portal, notices, payment, pricing, validation, archive, inbox, mail, receipt };
