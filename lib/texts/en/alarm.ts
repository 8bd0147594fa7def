/** What needs a person: each kind of alarm, and what the service owner does about it. */
export const alarm = {
  price_failed: 'The price could not be computed',
  price_failed_do:
    'The price rule “{rule}” gave no price for the answers of a case, so the applicant could not continue. Check the amounts under “Prices” on the service’s page, and that the rule covers every answer.',
  payment_mismatch: 'The payment does not match what was to be paid',
  payment_mismatch_do:
    'The provider reported {what, select, amount {another amount} currency {another currency} other {another reference}}: {told}. It should have been {expected}. The case waits until this is settled. Give the money back at the provider, and say so on the page of the payment when it is done. Then it can be paid again.',
  create_refused: 'The provider refused a payment',
  create_refused_do:
    'The applicant could not open the payment. No money has been taken. Check the agreement with the provider, and give them the error code {code} if you contact them.',
  operation_unanswered: 'The provider is not responding',
  operation_unanswered_do:
    '{action, select, capture {Taking} cancel {Releasing} refund {Paying back} other {Paying}} {amount} has been tried many times without an answer. Kvitt goes on trying. If it lasts, contact the provider and give the error code {code}.',
  operation_unknown: 'Nobody knows whether something was carried out',
  operation_unknown_do:
    '{action, select, capture {A charge} cancel {A release} refund {A refund} other {A payment}} of {amount} got no clear answer, and the provider cannot be asked. Kvitt does not try again. Look in the provider’s administration, and say on the payment’s page what you found. Error code: {code}.',
  cancel_refused: 'A reservation was not released',
  cancel_refused_do:
    'The provider refused to release the reservation of {amount}. Check the payment with the provider, and release it there. Error code: {code}.',
  refund_refused: 'A refund did not go through',
  refund_refused_do:
    'The provider refused to pay back {amount}. Kvitt goes on trying. Check that the account with the provider is covered, and contact them if it does not go through. Error code: {code}.',
  refund_unseen: 'A refund cannot be seen at the provider',
  refund_unseen_do:
    'The provider agreed to refund {amount} more than a day ago, but does not show that it was done. Look at the payment at the provider. If it came to nothing, mark the alarm as handled and order the refund anew on the page of the payment.',
  stranded_money: 'Money was taken for a case that is not to have it',
  stranded_money_do:
    '{amount} was taken for a case that is withdrawn, expired or already paid. Kvitt has ordered a refund. Keep an eye on the payment until the money has been sent back.',
  payment_stuck: 'A paid case could not be carried on',
  payment_stuck_do:
    '{amount} was paid, but the case could not be carried on for five minutes. Kvitt has ordered a refund, and the applicant is told when the money has been sent. Tell those who run Kvitt: more cases of the service may stop in the same way.',
  payment_disputed: 'The payer’s bank has taken money back',
  payment_disputed_do:
    'The payer has disputed a payment, and the bank has taken back {amount}. Answer the provider within their time with receipt and case. Close the difference under “Reconciliation” when that is done.',
  payment_unresolved: 'Nobody knows how a payment went',
  payment_unresolved_do:
    'The provider cannot be asked, and has told nothing of the payment of {amount} for an hour. Look at the provider whether it was paid. The payer can still go to the payment page.',
  content_damaged: 'The content is not as it was confirmed',
  content_damaged_do:
    'Answers, attachments or amount of the case have changed since it was submitted, so nobody can sign it. Tell those who run Kvitt, and ask the applicant to submit again.',
  undelivered: 'Something has not been delivered',
  undelivered_do:
    '{what, select, credit_note {The money has gone back, but the credit note is not in the message box yet.} other {The case is finished, but the copy for the archive and the receipt in the message box have not been made yet.}} Kvitt goes on trying. Tell those who run Kvitt if this alarm stays.',
  settlement_differences: 'New differences in the reconciliation',
  settlement_differences_do:
    'The settlement reports of {agreement} do not agree with payments and cases. Open differences now: {count}. Go to “Reconciliation” and see what you can do about each of them.',
  agreement_unusable: 'A payment agreement cannot be used',
  agreement_unusable_do:
    'Kvitt cannot open the keys of the agreement {agreement}. Meanwhile nobody can start a payment with it, and payments with it are not followed up, charged or refunded. Tell those who run Kvitt. Kvitt takes up what waits once the agreement opens.',
  unknown: 'Something needs a look',
  unknown_do: 'Look at the case, and tell those who run Kvitt.',
};
