import { VisuallyHidden } from './visually-hidden.tsx';

export interface ProgressStep {
  id: string;
  title: string;
  state: 'done' | 'current' | 'todo';
  /** Where a done step can be opened again; absent when it can't. */
  href?: string;
}

export interface ProgressStepsProps {
  /** Names the navigation, e.g. «Fremdrift». */
  label: string;
  /** «Steg 2 av 5» */
  positionText: string;
  /** «Ferdig», read before a done step's title. */
  doneText: string;
  steps: readonly ProgressStep[];
}

/** Where one is in a row of steps: in words, as a bar, and as a list that can be folded out. */
export function ProgressSteps({ label, positionText, doneText, steps }: ProgressStepsProps) {
  const current = steps.find((step) => step.state === 'current');
  return (
    <nav className="kv-progress" aria-label={label}>
      <details>
        <summary>
          <span className="kv-progress-position">{positionText}</span>
          {current ? <span className="kv-progress-title">{current.title}</span> : null}
        </summary>
        <ol>
          {steps.map((step) => (
            <li
              key={step.id}
              data-state={step.state}
              aria-current={step.state === 'current' ? 'step' : undefined}
            >
              {step.state === 'done' ? <VisuallyHidden>{doneText}: </VisuallyHidden> : null}
              {step.href && step.state !== 'current' ? (
                <a className="ds-link" href={step.href}>
                  {step.title}
                </a>
              ) : (
                step.title
              )}
            </li>
          ))}
        </ol>
      </details>
      <div className="kv-progress-bar" aria-hidden="true">
        {steps.map((step) => (
          <span key={step.id} data-state={step.state} />
        ))}
      </div>
    </nav>
  );
}
