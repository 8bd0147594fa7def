import { SaxesParser } from 'saxes';

/** An element; names are without namespace prefix. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  text: string;
}

/** The reply is no well-formed XML document. The message never quotes it. */
export class XmlError extends Error {}

const maxDepth = 50;

/** Reads a document into elements. Entities other than XML's own are refused, and DTDs are not followed. @throws XmlError */
export function readXml(text: string): XmlElement {
  const parser = new SaxesParser({ position: false });
  const top: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  parser.on('error', () => {
    throw new XmlError('not XML');
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = {
      name: local(name),
      attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [local(key), value])),
      children: [],
      text: '',
    };
    if (open.length > maxDepth) throw new XmlError('too deep');
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const addText = (more: string) => {
    const element = open.at(-1);
    if (element) element.text += more;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  // The declaration must come first, and white space has been seen before it.
  parser.write(text.replace(/^\ufeff/, '').trimStart()).close();
  const [root] = top.children;
  if (!root) throw new XmlError('empty');
  return root;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
