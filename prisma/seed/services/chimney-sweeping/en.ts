import type { nb } from './nb.ts';

export const en: Record<keyof typeof nb, string> = {
  'service.title': 'Fee for chimney sweeping and inspection',
  'service.summary': 'Pay the annual fee for sweeping the chimney and inspecting the fireplace.',
  'service.about': `The municipality sweeps the chimney and inspects the fireplace in every home and holiday home with a heating system. How often we come depends on how much you use it and what you have. The fee is the same every year.

You do not need to fill in anything. The fee is ready to be paid in your message box when it has been sent out.

If you have removed the fireplace or sealed the chimney, you can ask us to stop the fee.`,
  'service.need': `- a payment card
- the invoice, if you want to compare amount and KID`,
  'service.price': `- Sweeping and inspection, per chimney: NOK\u00a0625 a year
- Extra flue in the same chimney: NOK\u00a0250 a year

The prices include 25 per cent VAT. The rates are examples.`,
  'service.purpose':
    'The municipality uses the information to collect the fee and to keep a record of heating systems.',
  'service.legalBasis':
    'The Norwegian Fire and Explosion Prevention Act section 28 and the Fire Prevention Regulations section 17. Personal data are processed under Article 6(1)(e) of the General Data Protection Regulation.',
  'service.afterwards':
    'The receipt is in your message box right away. The chimney sweep tells you at least two days before the visit.',
  'payment.description': 'Fee for chimney sweeping and inspection',
  'price.sweeping': 'Sweeping and inspection, one chimney',
  'price.extraFlue': 'Extra flue',
};
