import type { PortalFile } from '../pane-desk';

export function portalFiles(files: FileList | null | undefined): PortalFile[] {
  return [...(files ?? [])].map((file) => ({ name: file.name, blob: file }));
}
