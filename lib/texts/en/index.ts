import { admin } from './admin.ts';
import { adminCase } from './admin-case.ts';
import { adminService } from './admin-service.ts';
import { adminTimeline } from './admin-timeline.ts';
import { agreements } from './agreements.ts';
import { alarm } from './alarm.ts';
import { alarms } from './alarms.ts';
import { altinnImport } from './altinn-import.ts';
import { archive } from './archive.ts';
import { definition } from './definition.ts';
import { fields } from './fields.ts';
import { form } from './form.ts';
import { identity } from './identity.ts';
import { inbox } from './inbox.ts';
import { mail } from './mail.ts';
import { notices } from './notices.ts';
import { payment } from './payment.ts';
import { portal } from './portal.ts';
import { pricing } from './pricing.ts';
import { problem } from './problem.ts';
import { receipt } from './receipt.ts';
import { reconciliation } from './reconciliation.ts';
import { signing } from './signing.ts';
import { statements } from './statements.ts';
import { validation } from './validation.ts';
import { withdrawal } from './withdrawal.ts';

export const en = {
  admin,
  adminCase,
  adminService,
  adminTimeline,
  agreements,
  alarm,
  alarms,
  identity,
  portal,
  statements,
  definition,
  fields,
  form,
  notices,
  payment,
  pricing,
  problem,
  validation,
  withdrawal,
  archive,
  inbox,
  mail,
  receipt,
  reconciliation,
  signing,
  altinnImport,
};
