import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  readonly children: ReactNode;
  onError(): void;
}

/** Monaco failing to start must not take the page with it: nothing is drawn, and the owner is told. */
export class MonacoBoundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(): void {
    this.props.onError();
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}
