import { XMLParser } from 'fast-xml-parser';

export interface Element {
  readonly name: string;
  /** the names from the root, this one included */
  readonly path: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Element[];
}

type Node = Record<string, unknown>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
});

/** The root of a well-formed XML text. */
export function readXml(xml: string): Element {
  const root = (parser.parse(xml) as Node[]).find((node) => !('?xml' in node));
  if (!root) throw new Error('no root element');
  return element(root, []);
}

function element(node: Node, above: readonly string[]): Element {
  const name = Object.keys(node).find((key) => key !== ':@') ?? '';
  const path = [...above, name];
  const inside = node[name] as Node[];
  return {
    name,
    path,
    attributes: (node[':@'] ?? {}) as Record<string, string>,
    text: inside.map((child) => ('#text' in child ? String(child['#text']) : '')).join(''),
    children: inside.filter((child) => !('#text' in child)).map((child) => element(child, path)),
  };
}

/** This element and all below it. */
export function all(root: Element): readonly Element[] {
  return [root, ...root.children.flatMap(all)];
}
