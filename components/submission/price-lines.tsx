import type { PriceLine } from './price-view.ts';

/** What is paid for, how it was computed, and how much. */
export function PriceLines({ lines }: { lines: readonly PriceLine[] }) {
  return (
    <ul className="kv-plain-list kv-price-lines">
      {lines.map((line) => (
        <li key={line.id}>
          <span>
            {line.name}
            <span className="kv-muted kv-small kv-price-explained">{line.explained}</span>
          </span>
          <span className="kv-money">{line.amount}</span>
        </li>
      ))}
    </ul>
  );
}
