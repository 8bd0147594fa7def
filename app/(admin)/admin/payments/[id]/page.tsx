import { paymentView } from '@/app/_server/payment-view.tsx';
import { staffPage, staffTitle } from '@/app/_server/staff-page.tsx';
import { PaymentPage } from '@/components/admin/payment-page.tsx';
import { app } from '@/lib/workflow/app.ts';
import { readPayment } from '@/lib/workflow/staff/read-payment.ts';

const notices = {
  under_way: 'adminCase.refundUnderWay',
  already_refunded: 'adminCase.refundAlready',
  nothing_taken: 'adminCase.refundNothing',
} as const;

export const generateMetadata = staffTitle('admin.thePayment');

/** One payment: where the money is, everything that happened to it, and the whole of it back. */
export default staffPage(['finance', 'case_worker'], async function onePayment({ staff, t, param, query }) {
  const payment = await readPayment(app(), staff, param('id'));
  const notice = Object.entries(notices).find(([name]) => name === query('refund'))?.[1];
  return (
    <PaymentPage
      {...paymentView(payment, t)}
      notice={notice && { text: t(notice), color: notice === notices.under_way ? 'success' : 'info' }}
      t={t}
    />
  );
});
