import type { KnownVariant } from '../definition-problems.ts';
import type { ProcessTask } from './read-process.ts';
import type { Report, Subject } from './report.ts';
import { taskTypes } from './task-types.ts';

/** What the process says of the service. */
export interface DerivedVariant {
  variant: KnownVariant;
  /** Ids of the tasks whose pages are the form, in order. */
  fillTasks: string[];
}

/** What comes after filling in, once repeated steps are one. */
interface Wanted {
  fill: boolean;
  steps: string[];
}

/**
 * The variant with the same steps as the ordered tasks; where there is none, the nearest, which is told of: one that only adds
 * a payment (which is skipped while the price is zero) before one that lacks a step. Undefined when no variant is near.
 */
export function deriveVariant(
  tasks: readonly ProcessTask[],
  known: readonly KnownVariant[],
  report: Report,
): DerivedVariant | undefined {
  const fillTasks: string[] = [];
  const steps: { id: string; subject: Subject }[] = [];
  for (const { id, type, subject } of tasks) {
    const found = type === undefined ? undefined : taskTypes.find(type);
    if (!found) subject.refuse('taskUnknown', { type: type ?? '' });
    else if (found.becomes === 'none') subject.refuse(found.note ?? 'taskUnknown', { type: found.id });
    else if (found.becomes === 'built-in') subject.note(found.note ?? 'taskPdf', 'changed');
    else if (found.becomes === 'fill' && steps.length > 0) subject.refuse('taskFillsLate');
    else if (found.becomes === 'fill') {
      if (fillTasks.length > 0) subject.note('taskJoined', 'changed', { task: fillTasks[0] ?? '' });
      fillTasks.push(id);
    } else if (steps.at(-1)?.id === found.step) subject.note('stepRepeated', 'lost', { task: id });
    else steps.push({ id: found.step ?? '', subject });
  }
  const wanted = { fill: fillTasks.length > 0, steps: steps.map(({ id }) => id) };
  const variant = nearest(wanted, known);
  const entry = report.entry(
    'app',
    'variant',
    { file: 'App/config/process/process.bpmn' },
    variant && { type: variant.id },
  );
  const derived = { steps: ['fill', ...wanted.steps].slice(wanted.fill ? 0 : 1).join(' → ') || '–' };
  if (!variant) {
    entry.refuse('variantUnknown', derived);
    return undefined;
  }
  entry.note('variantDerived', 'info', { ...derived, variant: variant.id });
  tellDifference(wanted, variant, entry, steps);
  return { variant, fillTasks };
}

function nearest({ fill, steps }: Wanted, known: readonly KnownVariant[]): KnownVariant | undefined {
  const candidates = known.filter((each) => each.fill === fill);
  const shortest = [...candidates].sort((a, b) => a.steps.length - b.steps.length);
  const longest = [...candidates].sort((a, b) => b.steps.length - a.steps.length);
  return (
    candidates.find((each) => each.steps.join() === steps.join()) ??
    shortest.find(
      (each) => isWithin(steps, each.steps) && each.steps.every((id) => steps.includes(id) || id === 'pay'),
    ) ??
    longest.find((each) => isWithin(each.steps, steps))
  );
}

/** Whether all of the first are in the second, in the same order. */
function isWithin(part: readonly string[], whole: readonly string[]): boolean {
  let at = -1;
  return part.every((id) => {
    at = whole.indexOf(id, at + 1);
    return at !== -1;
  });
}

function tellDifference(
  wanted: Wanted,
  variant: KnownVariant,
  entry: Subject,
  steps: readonly { id: string; subject: Subject }[],
): void {
  if (variant.steps.some((id) => !wanted.steps.includes(id))) entry.note('variantAddsPayment', 'changed');
  const left = [...variant.steps];
  for (const { id, subject } of steps) {
    const at = left.indexOf(id);
    if (at === -1) subject.refuse('stepLeftOut', { step: id });
    else left.splice(0, at + 1);
  }
}
