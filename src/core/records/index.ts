import type { RecordType } from '../language/record';
import { b2b } from './b2b';
import { b2ba } from './b2ba';
import { b2bDn } from './b2b-dn';
import { b2bDna } from './b2b-dna';
import { b2bCn } from './b2b-cn';
import { b2bCna } from './b2b-cna';
import { eco } from './eco';
import { ecoa } from './ecoa';

/** All record types of IMS in the order of their sheets. */
export const records: readonly RecordType[] = [b2b, b2ba, b2bDn, b2bDna, b2bCn, b2bCna, eco, ecoa];
