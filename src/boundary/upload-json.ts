import { done, refuse, type Result } from '../core/kernel/result';
import type { ProfileName } from '../core/engine/upload';
import * as validators from './generated/validators';

/** Holds an upload file of the standard profile against its schema before anything is written; a fault is ours, not the user's. */
export function checkUpload(text: string, name: string, profile: ProfileName): Result<true> {
  if (profile !== 'standard') return done(true);
  if (validators.upload(JSON.parse(text))) return done(true);
  const [error] = validators.upload.errors ?? [];
  return refuse('upload-wrong', name, { fault: `${error?.instancePath ?? ''} ${error?.message ?? ''}` });
}
