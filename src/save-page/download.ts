/** Hands a file over, the way that browsers have for it. A text is JSON. */
export function download(name: string, content: string | Blob): void {
  const blob = typeof content === 'string' ? new Blob([content], { type: 'application/json' }) : content;
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address after the click; it has a minute.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
