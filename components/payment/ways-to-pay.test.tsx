import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { translator } from '@/lib/texts/translate.ts';
import { WaysToPay } from './ways-to-pay.tsx';

const t = translator('nb');

it('is a sentence where the payment page asks', () => {
  expect(renderToStaticMarkup(<WaysToPay text="Visa eller Vipps" t={t} />)).toBe(
    '<p><strong>Du kan betale med:</strong> Visa eller Vipps</p>',
  );
});

it('is radio buttons with their error where the provider must know first', () => {
  const options = [
    { value: 'cards', label: 'Kort', hint: 'Visa' },
    { value: 'Vipps', label: 'Vipps' },
  ];
  const html = renderToStaticMarkup(<WaysToPay options={options} chosen="Vipps" error="Må velges" t={t} />);
  expect(html).toMatch(/<fieldset[^>]*>.*Hvordan vil du betale\?/);
  expect(html).toMatch(
    /type="radio" name="choice" checked="" value="Vipps"|checked=""[^>]*value="Vipps"|value="Vipps"[^>]*checked=""/,
  );
  expect(html).toContain('Må velges');
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(html).toContain('aria-describedby="choice-option-hint"');
});
