import { Heading } from '../ui/heading.tsx';
import type { NodeProps } from './form-view.ts';
import { PriceLines } from './price-lines.tsx';

/** What it costs with what stands on the page, line by line, where the form wants it told. */
export function PaymentDetails({ node: { component }, view: { price, texts, serviceText } }: NodeProps) {
  const { title, description } = component.textResourceBindings ?? {};
  return (
    <section
      id={component.id}
      className="kv-stack"
      data-gap="sm"
      aria-label={title === undefined ? texts('price') : serviceText(title)}
    >
      {title === undefined ? null : <Heading level={2}>{serviceText(title)}</Heading>}
      {description === undefined ? null : <p>{serviceText(description)}</p>}
      {price.kind === 'price' ? (
        <>
          <PriceLines lines={price.lines} />
          <p className="kv-price-sum kv-total">
            <span>
              {texts(price.mayChange ? 'priceSoFar' : price.totalMinor ? 'priceToPay' : 'priceNothing')}
            </span>{' '}
            <strong className="kv-money">{price.total}</strong>
          </p>
        </>
      ) : (
        <p>{price.message}</p>
      )}
    </section>
  );
}
