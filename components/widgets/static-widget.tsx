import type { WidgetProps } from './widget.ts';

/** Text between questions; what it looks like was decided on the server. */
export function StaticWidget({ content }: WidgetProps) {
  return <>{content}</>;
}
