import type { KnownVariant } from '../definition-problems.ts';
import type { ProcessTask } from './read-process.ts';
import type { Report, Subject } from './report.ts';
import { taskTypes } from './task-types.ts';

/** What the process says of the service. */
export interface DerivedVariant {
  /** Undefined when none is near and there is none to assume. */
  variant: KnownVariant | undefined;
  /** Ids of the tasks whose pages are the form, in order. */
  fillTasks: string[];
  /** Ids of the tasks that are known to fill in nothing. */
  otherTasks: string[];
  /** False when the process could not say it, so that what pages show tells which are the form. */
  sure: boolean;
}

/** What comes after filling in, once repeated steps are one. */
interface Wanted {
  fill: boolean;
  steps: string[];
}

/** Why a variant had to be assumed; part of the sentence in the report. */
type Doubt = 'missing' | 'damaged' | 'empty' | 'noVariant';

const file = 'App/config/process/process.bpmn';

/**
 * The variant with the same steps as the ordered tasks; where there is none, the nearest, which is told of: one that only adds
 * a payment (which is skipped while the price is zero) before one that lacks a step. Where the process is missing, broken or near
 * none, a form with payment is assumed, and that is told of too.
 */
export function deriveVariant(
  process: { tasks: readonly ProcessTask[]; whole: boolean } | undefined,
  known: readonly KnownVariant[],
  report: Report,
): DerivedVariant {
  const { fillTasks, otherTasks, steps } = sortTasks(process?.tasks ?? []);
  const isEmpty = fillTasks.length === 0 && steps.length === 0;
  const whole = process?.whole === true;
  // Of a broken process the filling in may be what is lost.
  const wanted = { fill: fillTasks.length > 0 || !whole, steps: steps.map(({ id }) => id) };
  const found = isEmpty ? undefined : nearest(wanted, known);
  const variant = found ?? known.find((each) => each.fill && each.steps.join() === 'pay');
  const entry = report.entry('app', 'variant', { file }, variant && { type: variant.id });
  const derived = { steps: ['fill', ...wanted.steps].slice(wanted.fill ? 0 : 1).join(' → ') || '–' };
  if (!variant || (!isEmpty && !found)) entry.refuse('variantUnknown', derived);
  else if (!isEmpty) entry.note('variantDerived', 'info', { ...derived, variant: variant.id });
  const doubt = doubtOf();
  if (variant && doubt) entry.note('variantAssumed', 'changed', { variant: variant.id, reason: doubt });
  if (variant && !isEmpty) tellDifference(wanted, variant, entry, steps);
  return { variant, fillTasks, otherTasks, sure: whole && !isEmpty };

  function doubtOf(): Doubt | undefined {
    if (!process) return 'missing';
    if (!whole) return 'damaged';
    if (isEmpty) return 'empty';
    return found ? undefined : 'noVariant';
  }
}

interface Step {
  id: string;
  subject: Subject;
}

/** Which tasks fill in and which are steps; of the others it is told what becomes of them. */
function sortTasks(tasks: readonly ProcessTask[]): {
  fillTasks: string[];
  otherTasks: string[];
  steps: Step[];
} {
  const fillTasks: string[] = [];
  const otherTasks: string[] = [];
  const steps: Step[] = [];
  for (const { id, type, subject } of tasks) {
    const found = type === undefined ? undefined : taskTypes.find(type);
    if (found && found.becomes !== 'fill') otherTasks.push(id);
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
  return { fillTasks, otherTasks, steps };
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

function tellDifference(wanted: Wanted, variant: KnownVariant, entry: Subject, steps: readonly Step[]): void {
  if (variant.steps.some((id) => !wanted.steps.includes(id))) entry.note('variantAddsPayment', 'changed');
  const left = [...variant.steps];
  for (const { id, subject } of steps) {
    const at = left.indexOf(id);
    if (at === -1) subject.refuse('stepLeftOut', { step: id });
    else left.splice(0, at + 1);
  }
}
