export const dynamic = 'force-dynamic';

const fields = Array.from({ length: 20 }, (_, index) => `Felt ${index + 1}`);

/** The twenty fields of app/bench/page.tsx in an application that has nothing else: no proxy, no frame, no session. */
export default function BarePage() {
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
