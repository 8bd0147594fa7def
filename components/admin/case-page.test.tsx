import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { translator } from '@/lib/texts/translate.ts';
import { CasePage } from './case-page.tsx';

it('says how much of the history is not shown', () => {
  const draw = (earlier: number) =>
    renderToStaticMarkup(
      <CasePage
        title="Sak"
        facts={[]}
        language="nb"
        pages={[]}
        payments={[]}
        history={[{ at: 'i dag', what: 'Sendt inn' }]}
        earlier={earlier}
        t={translator('nb')}
      />,
    );
  expect(draw(2)).toContain('2 tidligere hendelser er ikke med her. Du ser de 1 siste.');
  expect(draw(0)).not.toContain('ikke med her');
});
