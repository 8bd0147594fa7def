import type { ReactNode } from 'react';
import type { ServiceText } from '@/lib/core/wording.ts';
import type { FormComponent } from '@/lib/forms/component.ts';
import { Alert } from '../ui/alert.tsx';
import { Heading } from '../ui/heading.tsx';
import { Markdown } from '../ui/markdown.tsx';

interface Look {
  component: FormComponent;
  text: string;
}

const panelColors: Record<string, 'info' | 'warning' | 'success' | 'danger'> = {
  info: 'info',
  warning: 'warning',
  success: 'success',
  error: 'danger',
};

/** How each text type looks: one line per type; any other reads as a paragraph. */
const looks: Record<string, (look: Look) => ReactNode> = {
  Header: ({ component, text }) => <Heading level={component.size === 'h3' ? 3 : 2}>{text}</Heading>,
  Panel: ({ component, text }) => (
    <Alert color={panelColors[component.variant ?? 'info'] ?? 'info'}>
      <Markdown source={text} />
    </Alert>
  ),
  Paragraph: ({ text }) => <Markdown source={text} />,
};

/** A text between questions. Server only: the Markdown parser stays out of the browser. */
export function staticContent(component: FormComponent, serviceText: ServiceText): ReactNode {
  const title = component.textResourceBindings?.title;
  const look = looks[component.type] ?? looks.Paragraph;
  return look?.({ component, text: title === undefined ? '' : serviceText(title) });
}
