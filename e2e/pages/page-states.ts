/**
 * Every page of `app/`, the states that it can be seen in, and for each of them the journey of `accessibility.spec.ts`
 * that looks at it. A page is named by its file (`nameOfPage`). `scripts/page-states.test.ts` fails when a page of `app/`
 * is not here; a journey fails when it does not come by all that it has here.
 */
export const pageStates = {
  // ---- the open part, and what every page may become
  '/': {
    'all services': 'open',
    'what a search found': 'open',
    'a search that found nothing': 'open',
    'while a role cannot be confirmed': 'signing',
    'after a role was lost': 'signing',
  },
  '/services/[slug]': {
    'with a form': 'open',
    'issued by its owner': 'open',
    'for others than the acting party': 'filling',
  },
  '/sign-in': {
    plain: 'open',
    'at a higher level': 'open',
    cancelled: 'open',
    'ID-porten does not answer': 'open',
  },
  '/signed-out': { wholly: 'open', 'here only': 'open' },
  '/accessibility': { plain: 'open' },
  '/privacy': { plain: 'open' },
  '/not-found': { 'signed out': 'open', 'signed in': 'filling' },
  '/error': { broken: 'open' },
  '/global-error': { broken: 'open' },
  '/_server/render-document': { 'nothing answers': 'open' },
  '/_server/same-origin': { 'posted from elsewhere': 'open' },
  '/_server/guarded-page': { 'not found': 'filling', 'a higher level is needed': 'open' },
  '/_server/answer-error': { 'not found': 'filling' },

  // ---- filling in
  '/submissions/[id]/[step]': {
    empty: 'filling',
    'errors found while filling in': 'filling',
    'errors found by the server': 'filling',
    'more questions': 'filling',
    'from the check page': 'filling',
    'saved by itself': 'filling',
    'with a price': 'filling',
    'a file that was refused': 'filling',
    'with files': 'filling',
    'with rows': 'filling',
    'a lookup that found nothing': 'filling',
    'with what a register knew': 'filling',
    'earlier answers are offered': 'signing',
    'the session ends soon': 'filling',
    'the session has ended': 'filling',
  },
  '/submissions/[id]/[step]/save': {
    'two versions': 'filling',
    'signed out meanwhile': 'filling',
  },
  '/submissions/[id]/check': {
    complete: 'filling',
    'something is missing': 'filling',
    'the price has changed': 'filling',
    'no price': 'filling',
  },
  '/submissions/[id]/withdraw': {
    'nothing is paid': 'filling',
    'money is held': 'signing',
    'something has changed': 'filling',
    'no answer from the provider': 'filling',
    completed: 'completed',
  },
  '/submissions/[id]/closed': {
    withdrawn: 'filling',
    expired: 'paying',
    'being completed': 'paying',
  },

  // ---- paying
  '/submissions/[id]/pay': {
    'nothing tried yet': 'paying',
    'not finished': 'paying',
    'left by its way out': 'paying',
    declined: 'paying',
    cancelled: 'paying',
    'the time ran out': 'paying',
    'the reservation was released': 'paying',
    'the capture was refused': 'paying',
    'the provider refused': 'paying',
    'the provider did not answer': 'paying',
    'paid back': 'paying',
    'paid back in part': 'paying',
    'paid in a way that is not allowed': 'paying',
    'to be chosen first': 'agreeing',
    'nothing was chosen': 'agreeing',
    'chosen before the amount changed': 'agreeing',
    'being opened': 'paying',
    'waiting for an answer': 'paying',
    'does not match': 'paying',
    'being completed': 'paying',
    'answers could not be opened': 'paying',
    issued: 'paying',
    overdue: 'paying',
  },
  '/submissions/[id]/to-payment': { 'being opened': 'paying', 'handed over by a form': 'paying' },

  // ---- signing
  '/submissions/[id]/sign': {
    'a new sign-in is needed': 'signing',
    'the content has changed': 'signing',
    'the new sign-in was cancelled': 'signing',
    'the level is proved': 'signing',
    'others have something to do': 'signing',
  },
  '/acting/problem': { 'no such role': 'signing', 'the register does not answer': 'signing' },

  // ---- afterwards
  '/receipts/[id]': {
    'just paid': 'completed',
    'with PDF, copy and seal': 'completed',
    'credit note': 'completed',
  },
  '/receipts/[id]/print': { 'on paper': 'completed' },
  '/archive/[reference]': { intact: 'completed', broken: 'completed', erased: 'completed' },
  '/seals/[signatureId]': {
    intact: 'completed',
    voided: 'completed',
    broken: 'completed',
    'its content is erased': 'completed',
  },
  '/inbox': { empty: 'completed', messages: 'completed', 'a message was moved here': 'completed' },
  '/inbox/in-progress': {
    empty: 'completed',
    drafts: 'filling',
    'to be paid': 'paying',
    'waiting for the provider': 'paying',
    'asked for by its owner': 'paying',
    'to be signed': 'signing',
  },
  '/inbox/archive': { empty: 'completed', 'copies and messages': 'completed' },
  '/inbox/trash': { empty: 'completed', messages: 'completed' },
  '/inbox/messages/[id]': {
    'with attachments': 'completed',
    'in the trash': 'completed',
    'of a refund': 'completed',
  },

  // ---- the owner's employees
  '/admin/sign-in': { plain: 'staff', 'signed out': 'staff', cancelled: 'staff', 'no such owner': 'staff' },
  '/admin': { plain: 'staff', 'with alarms': 'staff', 'a role is lacking': 'staff' },
  '/admin/alarms': { none: 'staff', some: 'staff' },
  '/admin/alarms/[id]': {
    'an open one': 'staff',
    'for those who may not handle it': 'staff',
    handled: 'staff',
  },
  '/admin/alarms/[id]/handle': { 'what was done is missing': 'staff' },
  '/admin/alarms/past': { 'no past ones': 'staff', 'past ones': 'staff' },
  '/admin/alarms/mail': { 'who gets e-mail': 'staff', 'just saved': 'staff' },
  '/admin/alarms/mail/save': { 'no address': 'staff' },
  '/admin/log': { 'what was done': 'staff' },
  '/admin/payments': { some: 'staff', 'none of this status': 'staff' },
  '/admin/payments/[id]': {
    delivered: 'completed',
    'for those who may not refund': 'completed',
    'does not match': 'completed',
    'a refund is under way': 'completed',
    'nothing to give back': 'completed',
    'nobody knows what came of a call': 'completed',
  },
  '/admin/payments/[id]/mismatch': { 'the reason is missing': 'completed' },
  '/admin/payments/[id]/settle': { 'nothing is said': 'completed' },
  '/admin/payments/[id]/refund': { 'the reason is missing': 'completed' },
  '/admin/submissions': { some: 'staff', 'none of this status': 'staff' },
  '/admin/submissions/[id]': { completed: 'completed', erased: 'completed' },
  '/admin/services/[id]': {
    published: 'staff',
    'just published': 'staff',
    'with a draft': 'staff',
    'cannot be published': 'staff',
    'changed meanwhile': 'staff',
    'for those who may not edit': 'staff',
  },
  '/admin/services/[id]/edit/[section]': {
    'about the service': 'staff',
    'a form page': 'staff',
    prices: 'staff',
    payment: 'staff',
    'withdrawal and storage': 'staff',
    saved: 'staff',
  },
  '/admin/services/[id]/edit/[section]/save': { unreadable: 'staff', 'two versions': 'staff' },
  '/admin/reconciliation': {
    'not set up': 'reconciling',
    'set up': 'reconciling',
    'with differences': 'reconciling',
  },
  '/admin/reconciliation/agreements/[id]/terms': { 'what is proposed': 'reconciling' },
  '/admin/reconciliation/agreements/[id]/terms/save': { 'cannot be used': 'reconciling' },
  '/admin/reconciliation/agreements/[id]/reports': { 'no file': 'reconciling', 'with faults': 'reconciling' },
  '/admin/reconciliation/differences/[id]': { open: 'reconciling', resolved: 'reconciling' },
  '/admin/reconciliation/differences/[id]/resolve': { 'the reason is missing': 'reconciling' },
  '/admin/agreements': { some: 'agreeing' },
  '/admin/agreements/new': { 'with whom': 'agreeing', 'its keys': 'agreeing' },
  '/admin/agreements/new/save': { 'something is missing': 'agreeing' },
  '/admin/agreements/[id]': {
    'just added': 'agreeing',
    'with a key that was replaced': 'agreeing',
    'not registered for messages': 'agreeing',
    'for those who may not change it': 'agreeing',
  },
  '/admin/agreements/[id]/ways': { 'nothing is left': 'agreeing' },
  '/admin/agreements/[id]/keys': { 'the provider refuses': 'agreeing' },
  '/_server/staff-page': { 'not found': 'staff' },
  '/_server/staff-post': { 'not found': 'staff' },
  '/_server/render-staff-document': { 'nothing answers': 'open' },
} as const satisfies Record<string, Record<string, string>>;

export type PageName = keyof typeof pageStates;
export type StateOf<Name extends PageName> = keyof (typeof pageStates)[Name] & string;
type Journeys<Name extends PageName> = (typeof pageStates)[Name][keyof (typeof pageStates)[Name]];
/** The journeys that are named above: `accessibility.spec.ts` has one function for each. */
export type JourneyName = { [Name in PageName]: Journeys<Name> }[PageName];

/** What a journey must come by, as `page: state`. */
export function statesOf(journey: string): string[] {
  return Object.entries(pageStates)
    .flatMap(([page, states]) =>
      Object.entries(states).map(([state, by]) => ({ by, name: `${page}: ${state}` })),
    )
    .filter(({ by }) => by === journey)
    .map(({ name }) => name);
}

/**
 * A page's name: the address that a file of `app/` answers, else (an error page, a helper that answers in its place) the
 * file without its ending. @param file from `app/` on, e.g. `app/(portal)/services/[slug]/page.tsx`.
 */
export function nameOfPage(file: string): string {
  const bare = file.replace(/^app/, '').replace(/\/\([^)]*\)/g, '');
  return bare.replace(/\/(page|route)\.tsx?$/, '').replace(/\.tsx?$/, '') || '/';
}
