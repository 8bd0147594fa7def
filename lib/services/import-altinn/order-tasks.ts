import type { Flow, Process, ProcessTask } from './read-process.ts';
import type { Report } from './report.ts';

/**
 * The tasks in the order in which a case passes them when nobody refuses: from the start event along the flows, at a gateway the
 * default flow, else the first that neither goes back nor asks for `reject`. Branches that are not followed are told of.
 */
export function orderTasks(process: Process, report: Report): ProcessTask[] {
  const { nodes, flows, tasks, at } = process;
  const start = [...nodes].find(([, { name }]) => name === 'startEvent')?.[0];
  if (start === undefined || !flows.some(({ from }) => from === start)) {
    report.problem(at, 'noStart');
    return [...tasks];
  }
  const passed: string[] = [];
  const skipped: Flow[] = [];
  for (let current: string | undefined = start; current !== undefined; ) {
    passed.push(current);
    const onward = flows.filter((flow) => flow.from === current);
    for (const flow of onward.filter(({ to }) => !nodes.has(to)))
      report.problem({ ...at, line: flow.line }, 'flowToNowhere', { id: flow.id, target: flow.to });
    const forward = onward.filter(({ to }) => nodes.has(to) && !passed.includes(to));
    const next: Flow | undefined = choose(forward, nodes.get(current)?.attributes.default);
    skipped.push(...onward.filter((flow) => flow !== next && nodes.has(flow.to)));
    current = next?.to;
  }
  const byId = new Map(tasks.map((task) => [task.id, task]));
  for (const flow of skipped) tellOf(flow, passed, process, report);
  for (const task of tasks.filter(({ id }) => !passed.includes(id))) task.subject.refuse('taskNotOnPath');
  return passed.flatMap((id) => byId.get(id) ?? []);
}

function choose(flows: readonly Flow[], standard: string | undefined): Flow | undefined {
  return (
    flows.find(({ id }) => id === standard) ??
    flows.find(({ condition }) => condition === undefined || !/"reject"/.test(condition)) ??
    flows[0]
  );
}

/** The way back when somebody refuses is Kvitt's own; any other branch is not there. */
function tellOf(flow: Flow, passed: readonly string[], { at, nodes }: Process, report: Report): void {
  const place = { ...at, line: flow.line };
  const subject = report.entry('setting', flow.id, place, { type: nodes.get(flow.from)?.name ?? 'gateway' });
  const values = { target: flow.to, condition: flow.condition ?? '' };
  const back = passed.includes(flow.to) && passed.indexOf(flow.to) < passed.indexOf(flow.from);
  if (back) subject.note('branchBack', 'changed', values);
  else subject.refuse('branchLeftOut', values);
}
