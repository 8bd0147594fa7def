import { notFound } from 'next/navigation';
import { env } from '@/lib/core/env.ts';

const fields = Array.from({ length: 20 }, (_, index) => `Felt ${index + 1}`);

/** Twenty fields and nothing else: what `npm run bench` compares our pages with. It exists only while that runs. */
export default function BenchPage() {
  if (env().KVITT_BENCH !== '1') notFound();
  return (
    <form method="post">
      {fields.map((label, index) => (
        <p key={label}>
          <label htmlFor={`field-${index}`}>{label}</label>
          <input id={`field-${index}`} name={`field-${index}`} />
        </p>
      ))}
      <button type="submit">Neste</button>
    </form>
  );
}
