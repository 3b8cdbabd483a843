/** What Excel answers when it will not do something: the code is what an add-in sees in `error.code`. */
export interface Refusal extends Error {
  readonly code: string;
}

export function refusal(code: string, message: string): Refusal {
  return Object.assign(new Error(message), { code });
}

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

export const invalidArgument = (what: string): Refusal =>
  refusal('InvalidArgument', `The argument is invalid or missing or has an incorrect format: ${what}.`);

export const itemNotFound = (what: string): Refusal =>
  refusal('ItemNotFound', `The requested resource doesn't exist: ${what}.`);

export const accessDenied = (what: string): Refusal =>
  refusal('AccessDenied', `You cannot perform the requested operation: ${what}.`);

export const apiNotFound = (what: string): Refusal =>
  refusal('ApiNotFound', `The API you are trying to use could not be found: ${what}.`);

export const invalidOperation = (what: string): Refusal =>
  refusal('InvalidOperation', `The operation attempted is invalid on the object: ${what}.`);
