import { Component, type ErrorInfo, type ReactNode } from 'react';

import { LateError } from './late.js';

interface Props {
  /** Shown instead, with a way to have the view again. */
  instead: (again: () => void) => ReactNode;
  children: ReactNode;
  /** What is shown: another view is not the one that failed. */
  of?: string | undefined;
}

/** Keeps a fault in one view from taking the others with it. */
export class FailureBoundary extends Component<Props, { failed: unknown }> {
  override state: { failed: unknown } = { failed: null };

  static getDerivedStateFromError(failed: unknown) {
    return { failed };
  }

  override componentDidUpdate({ of }: Props): void {
    if (of !== this.props.of && this.state.failed !== null) this.setState({ failed: null });
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render() {
    const { failed } = this.state;
    if (failed === null) return this.props.children;
    // Its code does not come again in this page.
    return this.props.instead(() =>
      failed instanceof LateError ? window.location.reload() : this.setState({ failed: null }),
    );
  }
}
