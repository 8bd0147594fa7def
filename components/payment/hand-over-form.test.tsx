import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { translator } from '@/lib/texts/translate.ts';
import { HandOverForm } from './hand-over-form.tsx';

it('is a form with a button that is seen and needs no script', () => {
  const form = {
    url: 'https://pay.example/entry',
    fields: { orderId: 'KV-1', amount: '100' },
    title: 'Gebyr',
    caseLanguage: 'nb' as const,
    amount: '1,00 kr',
    backHref: '/submissions/1',
    translate: translator('nb'),
  };
  const html = renderToStaticMarkup(<HandOverForm {...form} />);
  expect(html).toMatch(/<form [^>]*action="https:\/\/pay\.example\/entry" method="post">/);
  expect(html).toContain('<input type="hidden" name="orderId" value="KV-1"/>');
  expect(html).toMatch(/<button type="submit" class="ds-button"[^>]*>Fortsett til betalingssiden<\/button>/);
  expect(html).not.toContain('<script');
});
