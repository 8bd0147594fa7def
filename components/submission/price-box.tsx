import type { ReactNode } from 'react';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import type { FormTexts } from '../widgets/form-texts.ts';
import { PriceLines } from './price-lines.tsx';
import type { PriceView } from './price-view.ts';

/** What it costs so far: beside the form on a wide screen, one line at the bottom of a narrow one that folds out. */
export function PriceBox({
  price,
  texts,
  children,
}: {
  price: PriceView;
  texts: FormTexts;
  children?: ReactNode;
}) {
  return (
    <aside id="price" className="kv-sticky-price kv-price" aria-label={texts('price')}>
      {price.kind === 'price' ? <Sum price={price} texts={texts} /> : <p role="status">{price.message}</p>}
      {children}
    </aside>
  );
}

function Sum({ price, texts }: { price: Extract<PriceView, { kind: 'price' }>; texts: FormTexts }) {
  const nothing = price.totalMinor === 0 && !price.mayChange;
  const label = texts(nothing ? 'priceNothing' : price.mayChange ? 'priceSoFar' : 'priceToPay');
  const sum = (
    <>
      <span>{label}</span> {nothing ? null : <strong className="kv-money">{price.total}</strong>}
    </>
  );
  const rest = (
    <>
      <PriceLines lines={price.lines} />
      {price.mayChange ? <p className="kv-muted kv-small">{texts('priceMayChange')}</p> : null}
    </>
  );
  return (
    <>
      {/* One of the two is shown, and what is not shown is not read: this says the sum when it changes. */}
      <VisuallyHidden>
        <span role="status">
          {label} {nothing ? null : price.total}
        </span>
      </VisuallyHidden>
      <details className="kv-price-narrow">
        <summary className="kv-price-sum">
          {sum}
          <VisuallyHidden>. {texts('priceLines')}</VisuallyHidden>
        </summary>
        {rest}
      </details>
      <div className="kv-price-wide">
        <p className="kv-price-sum">{sum}</p>
        {rest}
      </div>
    </>
  );
}
