/** Hands a text over as a file, the way that browsers have for it. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address after the click; it has a minute.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
