import type { Cell } from '../../core/kernel/cell';

/** Cells as other programs read them: tabs between cells, and quotes where a cell holds a tab, a quote or a line break. */
export function tabbedText(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => row.map((cell) => quoted(shown(cell))).join('\t')).join('\r\n');
}

/** The same as a table, which says what is text: Excel would make a number of `0045`. */
export function tableHtml(rows: readonly (readonly Cell[])[]): string {
  const body = rows
    .map((row) => `<tr>${row.map((cell) => `<td${styleOf(cell)}>${escaped(shown(cell))}</td>`).join('')}</tr>`)
    .join('');
  return `<html><body><table>${body}</table></body></html>`;
}

function styleOf(cell: Cell): string {
  return typeof cell === 'string' ? ` style="mso-number-format:'\\@'"` : '';
}

function shown(cell: Cell): string {
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
}

function quoted(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign).replace(/\n/g, '<br>');
}

/** Reads what `tabbedText` writes, and what Excel writes. */
export function cellsOfText(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    row.push(cell.text);
    at = cell.end;
    if (text[at] === '\t') {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (at >= text.length) break;
    at += text.startsWith('\r\n', at) ? 2 : 1;
    if (at >= text.length) break;
  }
  return rows;
}

interface ReadCell {
  readonly text: string;
  readonly end: number;
}

function plainCell(text: string, at: number): ReadCell {
  let end = at;
  while (end < text.length && !/[\t\r\n]/.test(text[end] ?? '')) end += 1;
  return { text: text.slice(at, end), end };
}

/** A quote that is not closed right before the next cell is a sign like any other. */
function quotedCell(text: string, at: number): ReadCell {
  let inner = '';
  for (let end = at + 1; end < text.length; end += 1) {
    if (text[end] !== '"') {
      inner += text[end] ?? '';
      continue;
    }
    if (text[end + 1] === '"') {
      inner += '"';
      end += 1;
      continue;
    }
    if (end + 1 === text.length || /[\t\r\n]/.test(text[end + 1] ?? '')) {
      return { text: inner.replace(/\r\n/g, '\n'), end: end + 1 };
    }
    break;
  }
  return plainCell(text, at);
}
