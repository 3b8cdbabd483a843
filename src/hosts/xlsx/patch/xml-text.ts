const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What XML 1.0 forbids in any spelling: control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
const FORBIDDEN = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A bare carriage return would reach the reader as a line feed, so it is written by its number. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => escapes[character] ?? character);
}

/** Text of an attribute between double quotes. */
export function attributeText(text: string): string {
  return escapeXml(text.replace(FORBIDDEN, ''))
    .replaceAll('"', '&quot;')
    .replace(/[\t\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text of a cell. Excel takes `_x0041_` for `A`, so the first underscore of such a text is written as `_x005F_`. */
export function cellText(text: string): string {
  if (/^[\w ./:,-]*$/.test(text) && !text.includes('_x')) return text;
  return escapeXml(text.replace(FORBIDDEN, '').replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}

export function unescapeXml(xml: string): string {
  if (!xml.includes('&')) return xml;
  return xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** What is written in an element, without the tags in it. */
export function plainText(xml: string): string {
  if (!xml.includes('<')) return unescapeXml(xml);
  const parts = xml.split(/(<!\[CDATA\[[\s\S]*?\]\]>)/);
  const texts = parts.map((part) =>
    part.startsWith('<![CDATA[')
      ? part.slice('<![CDATA['.length, -']]>'.length)
      : unescapeXml(part.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<[^>]*>/g, '')),
  );
  return texts.join('');
}

/** What a text of a cell says: the other way of `cellText`. */
export function unescapeCell(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
