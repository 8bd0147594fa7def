import type { Translate } from '@/lib/texts/translate.ts';

/** What a variant looks like to the one who goes through it; `steps` are ids of workflow steps, each with its text `portal.step…`. */
export function ServiceSteps({ fill, steps, t }: { fill: boolean; steps: readonly string[]; t: Translate }) {
  const before = fill ? ['fill', 'check'] : ['issued'];
  return (
    <ol className="kv-steps">
      {[...before, ...steps, 'receipt'].map((step) => (
        <li key={step}>{t.dynamic(`portal.step${capital(step)}`)}</li>
      ))}
    </ol>
  );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
