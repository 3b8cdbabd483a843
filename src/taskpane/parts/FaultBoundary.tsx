import { Component, type ReactNode } from 'react';
import { say } from '../../core/kernel/pane-words';

interface Props {
  readonly children: ReactNode;
}

/** React knows no other way to catch a fault in drawing; a later screen may also fail to load. */
export class FaultBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <p role="alert">{say('pane-broke')}</p> : this.props.children;
  }
}
