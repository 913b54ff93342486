import { Component, type ErrorInfo, type ReactNode } from 'react';

interface Props {
  /** Shown instead, with a way to draw the view again. */
  instead: (again: () => void) => ReactNode;
  children: ReactNode;
}

/** Keeps a fault in one view from taking the others with it. */
export class FailureBoundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render() {
    return this.state.hasFailed
      ? this.props.instead(() => this.setState({ hasFailed: false }))
      : this.props.children;
  }
}
