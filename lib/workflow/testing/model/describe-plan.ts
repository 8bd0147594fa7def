import { drivers } from '../drivers/registry.ts';
import type { Fate } from './mortal-process.ts';
import type { Plan, Step } from './plan.ts';
import { oneOf } from './stage.ts';
import { actOf } from './visit.ts';

/** A plan in words, one line per journey and per step. */
export function describePlan(plan: Plan): string {
  const cases = plan.cases.map(
    ({ variant, provider, capture, erases, isDraft }, at) =>
      `  case ${at}: ${variant} by ${provider}, capture ${capture}${isDraft ? ', a draft' : ''}${erases ? ', erased after' : ''}`,
  );
  const steps = plan.steps.map((step, at) => `  ${String(at + 1).padStart(2)}. ${describeStep(plan, step)}`);
  const end = plan.losesMessages ? 'messages that have not come are lost' : 'every message comes in the end';
  return [...cases, ...steps, `  at rest: ${end}`].join('\n');
}

function describeStep({ cases }: Plan, step: Step): string {
  const driverOf = (at: number) => drivers.get(cases[at]?.provider ?? '');
  const of = 'of' in step ? `case ${step.of}: ` : '';
  switch (step.do) {
    case 'wait':
      return `${step.seconds} seconds pass`;
    case 'hold':
      return `the next ${step.times} calls to a provider are held on the wire`;
    case 'resume':
      return `a process that stood still goes on (${step.which})`;
    case 'fault': {
      const fault = oneOf(driverOf(step.of).troubles, step.which);
      return `${of}fault ${fault?.name}/${fault?.value}, ${step.times} times`;
    }
    case 'revive':
    case 'settle':
      return `${of}the provider ${step.do}s what it has`;
    case 'pay':
      return `${of}the payer does ${actOf(driverOf(step.of), step.act)}${step.tellsAtOnce ? ', told at once' : ''}${step.comesAlive ? ', comes alive' : ''} (page ${step.which})`;
    case 'race':
      return `${of}${step.slow} ${step.how} at ${step.at} while ${step.meanwhile} (${step.which})`;
    case 'webhook':
      return `${of}the provider tells${step.forged ? ', forged' : ''}${described(step.fate)} (${step.which})`;
    default:
      return `${of}${step.do}${described(step.fate)} (${step.which})`;
  }
}

function described(fate: Fate): string {
  return fate.kind === 'lives' ? '' : `, its process ${fate.kind} at ${fate.at}`;
}
