import { childNamed, descendants, readXml, type XmlElement } from './read-xml.ts';
import type { Reading } from './reading.ts';
import type { Place, Subject } from './report.ts';

/** A task of the process. */
export interface ProcessTask {
  id: string;
  /** As written in the file; undefined when it says none. */
  type: string | undefined;
  element: XmlElement;
  subject: Subject;
}

/** The file as a graph: nodes by id (tasks, events, gateways) and the flows between them. */
export interface Process {
  at: Place;
  nodes: ReadonlyMap<string, XmlElement>;
  tasks: readonly ProcessTask[];
  flows: readonly Flow[];
  /** False when the file is broken within the process: more may have stood there. */
  whole: boolean;
}

export interface Flow {
  id: string;
  from: string;
  to: string;
  condition: string | undefined;
  line: number;
}

const file = 'App/config/process/process.bpmn';

/** What a process is made of besides tasks. */
const known = new Set(['startEvent', 'endEvent', 'exclusiveGateway', 'sequenceFlow', 'documentation']);

/** Where Altinn keeps payments, signatures and PDFs, and the buttons of a step: Kvitt looks after these itself. */
const managed = new Set([
  'action',
  'taskId',
  'dataType',
  'paymentDataType',
  'paymentReceiptPdfDataType',
  'signatureDataType',
  'signeeStatesDataTypeId',
  'signingPdfDataType',
]);

/** Reads `process.bpmn`; undefined, and a line in the report, when there is none or nothing in it. */
export function readProcess({ files, report }: Reading): Process | undefined {
  const content = files.text(file);
  if (content === undefined) {
    report.problem({ file }, 'missingFile');
    return undefined;
  }
  const root = readXml(file, content, report);
  const process = root && (root.name === 'process' ? root : descendants(root, 'process')[0]);
  if (!process) {
    report.problem({ file, line: root?.line ?? 1 }, 'noProcess');
    return undefined;
  }
  for (const other of root.name === 'process' ? [] : descendants(root, 'process').slice(1))
    report
      .entry('task', other.attributes.id ?? other.name, { file, line: other.line })
      .refuse('processOther');
  for (const element of process.children) {
    if (isTask(element) || known.has(element.name)) continue;
    const { id = element.name } = element.attributes;
    const subject = report.entry('task', id, { file, line: element.line }, { type: element.name });
    subject.refuse('taskUnknown', { type: element.name });
  }
  const nodes = new Map<string, XmlElement>();
  for (const element of process.children) {
    const { id } = element.attributes;
    if (id === undefined || element.name === 'sequenceFlow') continue;
    if (nodes.has(id)) report.problem({ file, line: element.line }, 'duplicateId', { id });
    nodes.set(id, element);
  }
  const tasks = [...nodes].flatMap(([id, element]) => (isTask(element) ? [taskOf(id, element)] : []));
  const at = { file, line: process.line };
  return { at, nodes, tasks, flows: flowsOf(process), whole: !process.broken };

  function taskOf(id: string, element: XmlElement): ProcessTask {
    const type = typeOf(element);
    const at = { file, line: element.line };
    const subject = report.entry('task', id, at, type === undefined ? {} : { type });
    for (const { name, text, line } of settingsOf(element)) {
      const values = { property: name, value: text };
      if (managed.has(name)) subject.note('propertyOfBuiltIn', 'info', values, { file, line });
      else subject.note('taskSetting', 'lost', values, { file, line });
    }
    return { id, type, element, subject };
  }
}

function flowsOf(process: XmlElement): Flow[] {
  return process.children
    .filter(({ name }) => name === 'sequenceFlow')
    .map((element) => ({
      id: element.attributes.id ?? '',
      from: element.attributes.sourceRef ?? '',
      to: element.attributes.targetRef ?? '',
      condition: childNamed(element, 'conditionExpression')?.text.trim() || undefined,
      line: element.line,
    }));
}

function isTask({ name }: XmlElement): boolean {
  return /task$/i.test(name) || name === 'subProcess' || name === 'callActivity';
}

/** Newer apps say it in an element, the oldest in an attribute. */
function typeOf(element: XmlElement): string | undefined {
  const written = extensionOf(element)
    ?.children.find(({ name }) => name === 'taskType')
    ?.text.trim();
  return written || element.attributes.tasktype || undefined;
}

function extensionOf(element: XmlElement): XmlElement | undefined {
  return childNamed(childNamed(element, 'extensionElements'), 'taskExtension');
}

/** What the task says beyond its type, as leaves: data types of the payment, who signs, texts of letters. */
function settingsOf(element: XmlElement): { name: string; text: string; line: number }[] {
  const leaves: { name: string; text: string; line: number }[] = [];
  const waiting = (extensionOf(element)?.children ?? []).filter(({ name }) => name !== 'taskType');
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (next.children.length > 0) waiting.unshift(...next.children);
    else leaves.push({ name: next.name, text: next.text.trim(), line: next.line });
  }
  return leaves;
}
