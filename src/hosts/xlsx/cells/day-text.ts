/** A document date typed as a date becomes the text that the sheet shows elsewhere. Dates of files are told as UTC. */
export function dayText(date: Date | undefined): string {
  if (date === undefined || Number.isNaN(date.getTime())) return '';
  const [year = '', month = '', day = ''] = date.toISOString().slice(0, 10).split('-');
  return `${day}-${month}-${year}`;
}
