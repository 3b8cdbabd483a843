import { Splice } from './splice';
import { TagReader } from './tag-reader';

/** The children of an element of the root, each as it is written but without prefixes of names; none where there is no such element. */
export function childrenOf(text: string, element: string): string[] {
  const reader = new TagReader(text);
  const children: string[] = [];
  reader.next();
  reader.children(() => {
    if (!reader.is(element)) return;
    const { prefix } = reader;
    reader.children(() => {
      const { start } = reader;
      reader.skip();
      children.push(withoutPrefix(text.slice(start, reader.end), prefix));
    });
  });
  return children;
}

/**
 * The text with children added behind those of an element of its root. Where the root has no such element it gets one, in
 * front of the first of those that the schema wants behind it. The children are written without prefixes.
 */
export function appendChildren(
  text: string,
  element: string,
  children: readonly string[],
  followers: readonly string[],
): string {
  if (children.length === 0) return text;
  const reader = new TagReader(text);
  const out = new Splice(text);
  reader.next();
  const { prefix } = reader;
  const added = withPrefix(children.join(''), prefix);
  let follower: number | undefined;
  reader.children(() => {
    if (reader.is(element) && !out.isChanged) {
      if (reader.find('count')) out.replace(reader.from, reader.to, String(countOf(text, element) + children.length));
      appendHere(reader, out, added);
    } else if (followers.includes(reader.local)) follower ??= reader.start;
  });
  if (!out.isChanged) out.insert(follower ?? reader.start, `<${prefix}${element}>${added}</${prefix}${element}>`);
  return out.take();
}

/** The text with children added behind those of its root. */
export function appendToRoot(text: string, children: readonly string[]): string {
  const reader = new TagReader(text);
  const out = new Splice(text);
  reader.next();
  appendHere(reader, out, withPrefix(children.join(''), reader.prefix));
  return out.take();
}

function appendHere(reader: TagReader, out: Splice, added: string): void {
  const { kind, end, name } = reader;
  if (kind === 'empty') {
    out.replace(end - 2, end, `>${added}</${name}>`);
    return;
  }
  reader.children(() => undefined);
  out.insert(reader.start, added);
}

function countOf(text: string, element: string): number {
  return childrenOf(text, element).length;
}

/** Elements written without prefixes, with this one. Attributes hold no `<`, and neither do texts. */
export function withPrefix(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`);
}

function withoutPrefix(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replaceAll(`<${prefix}`, '<').replaceAll(`</${prefix}`, '</');
}
