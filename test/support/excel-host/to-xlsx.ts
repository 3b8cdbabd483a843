import type { Book } from './model/book';

export function toXlsx(_book: Book): Promise<Uint8Array> {
  return Promise.reject(new Error('not yet'));
}
