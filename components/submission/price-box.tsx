import type { ReactNode } from 'react';
import type { FormTexts } from '../widgets/form-texts.ts';
import { Details } from '../ui/details.tsx';
import { PriceLines } from './price-lines.tsx';
import type { PriceView } from './price-view.ts';

/** What it costs so far: beside the form on a wide screen, a bar at the bottom of a narrow one. */
export function PriceBox({ price, texts, children }: { price: PriceView; texts: FormTexts; children?: ReactNode }) {
  return (
    <aside className="kv-sticky-price kv-price" aria-label={texts('price')}>
      <p className="kv-price-sum" role="status">
        {price.kind === 'price' ? <Sum price={price} texts={texts} /> : price.message}
      </p>
      {price.kind === 'price' && price.lines.length ? (
        <>
          <div className="kv-price-narrow"><Details summary={texts('priceLines')}><PriceLines lines={price.lines} /></Details></div>
          <div className="kv-price-wide"><PriceLines lines={price.lines} /></div>
        </>
      ) : null}
      {price.kind === 'price' && price.mayChange ? <p className="kv-muted kv-small">{texts('priceMayChange')}</p> : null}
      {children}
    </aside>
  );
}

function Sum({ price, texts }: { price: Extract<PriceView, { kind: 'price' }>; texts: FormTexts }) {
  const label = price.mayChange ? texts('priceSoFar') : texts('priceToPay');
  if (price.totalMinor === 0 && !price.mayChange) return <strong>{texts('priceNothing')}</strong>;
  return <><span>{label}</span> <strong className="kv-money">{price.total}</strong></>;
}
