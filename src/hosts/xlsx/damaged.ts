/** What is thrown for a file that cannot be read or changed safely; the caller makes a refusal of it. */
export function damaged(what: string): Error {
  return new Error(`The file cannot be read: ${what}.`);
}
