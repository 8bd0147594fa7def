import type { Translate } from '@/lib/texts/translate.ts';

/** What a variant looks like to the one who goes through it; `steps` are ids of workflow steps, each with its text `portal.step…`. */
export function ServiceSteps({ fill, steps, t }: { fill: boolean; steps: readonly string[]; t: Translate }) {
  const before = fill ? filling : issued;
  return (
    <ol className="kv-steps">
      {[...before, ...steps, ...after].map((step) => (
        <li key={step}>{t.dynamic(stepTextKey(step))}</li>
      ))}
    </ol>
  );
}

const filling = ['fill', 'check'];
const issued = ['issued'];
const after = ['receipt'];

/** What stands around the workflow's own steps, all of it. */
export const outerSteps: readonly string[] = [...filling, ...issued, ...after];

export function stepTextKey(step: string): string {
  return `portal.step${step.charAt(0).toUpperCase()}${step.slice(1)}`;
}
