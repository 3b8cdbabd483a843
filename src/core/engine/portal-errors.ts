import type { Amount } from '../language/row';

/** One message of the portal about one document. */
export interface PortalError {
  /** section key as in the file */
  readonly section: string;
  /** our sheet for the section; blank where the section is unknown */
  readonly sheet: string;
  readonly gstin: string;
  readonly number: string;
  readonly period: string;
  readonly value: Amount;
  readonly message: string;
}

export interface PortalErrors {
  readonly file: string;
  /** recipient's GSTIN where the file carries it, else blank */
  readonly gstin: string;
  readonly errors: readonly PortalError[];
}
