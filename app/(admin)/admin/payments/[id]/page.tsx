import { paymentView } from '@/app/_server/payment-view.tsx';
import { staffPage, staffTitle } from '@/app/_server/staff-page.tsx';
import { PaymentPage } from '@/components/admin/payment-page.tsx';
import { app } from '@/lib/workflow/app.ts';
import { readPayment } from '@/lib/workflow/staff/read-payment.ts';

const notices = {
  under_way: 'adminCase.refundUnderWay',
  busy: 'adminCase.refundBusy',
  already_refunded: 'adminCase.refundAlready',
  nothing_taken: 'adminCase.refundNothing',
} as const;

const settlements = {
  settled: 'adminCase.settled',
  moved_on: 'adminCase.settledAlready',
} as const;

const mismatches = {
  settled: 'adminCase.mismatchSettled',
  moved_on: 'adminCase.settledAlready',
  still_there: 'adminCase.mismatchStillThere',
  no_answer: 'adminCase.mismatchNoAnswer',
} as const;

const successes: readonly string[] = [notices.under_way, settlements.settled, mismatches.settled];

export const generateMetadata = staffTitle('admin.thePayment');

/** One payment: where the money is, everything that happened to it, and the way to give it back. */
export default staffPage(['finance', 'case_worker'], async function onePayment({ staff, t, param, query }) {
  const payment = await readPayment(app(), staff, param('id'));
  const notice =
    Object.entries(notices).find(([name]) => name === query('refund'))?.[1] ??
    Object.entries(settlements).find(([name]) => name === query('settled'))?.[1] ??
    Object.entries(mismatches).find(([name]) => name === query('mismatch'))?.[1];
  return (
    <PaymentPage
      {...paymentView(payment, t)}
      notice={notice && { text: t(notice), color: successes.includes(notice) ? 'success' : 'info' }}
      t={t}
    />
  );
});
