import { SaxesParser } from 'saxes';
import type { Report } from './report.ts';

/** An element of an XML file; names are without namespace prefix. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  text: string;
  line: number;
  /** Something was wrong before its end, so more may have stood in it. */
  broken: boolean;
}

const maxElements = 50_000;

/** Reads XML into elements. The first thing that is wrong goes to the report with its line. Never throws; DTDs are not followed. */
export function readXml(file: string, content: string, report: Report): XmlElement | undefined {
  const parser = new SaxesParser({ position: true });
  const roots: XmlElement[] = [];
  const open: XmlElement[] = [];
  let told = false;
  let elements = 0;
  parser.on('error', ({ message }) => {
    if (!told)
      report.problem({ file, line: parser.line }, 'badXml', { detail: message.replace(/^\d+:\d+: /, '') });
    told = true;
    for (const element of open) element.broken = true;
  });
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1;
    const element: XmlElement = {
      name: local(name),
      attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [local(key), value])),
      children: [],
      text: '',
      line: parser.line,
      broken: false,
    };
    if (elements <= maxElements) (open.at(-1)?.children ?? roots).push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  try {
    parser.write(content.replace(/^\ufeff/, '')).close();
  } catch (error) {
    if (!told) report.problem({ file, line: parser.line }, 'badXml', { detail: String(error) });
  }
  return roots[0];
}

/** Every element of a name, anywhere below. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const waiting = [...element.children];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (next.name === name) found.push(next);
    waiting.unshift(...next.children);
  }
  return found;
}

export function childNamed(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
