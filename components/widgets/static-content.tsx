import type { ReactNode } from 'react';
import type { Language } from '@/lib/core/language.ts';
import type { ServiceText } from '@/lib/core/wording.ts';
import type { FormComponent } from '@/lib/forms/component.ts';
import { isSafeAddress, isSitePath } from '@/lib/forms/safe-address.ts';
import { Alert } from '../ui/alert.tsx';
import { Heading } from '../ui/heading.tsx';
import { Markdown } from '../ui/markdown.tsx';
import { TextLink } from '../ui/text-link.tsx';

interface Look {
  component: FormComponent;
  /** Its `title`. */
  text: string;
  /** Another of its texts by the name of the binding; empty when it has none. */
  textOf(binding: string): string;
  language: Language;
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
  Alert: ({ component, text, textOf }) => (
    <Alert color={panelColors[component.variant ?? 'info'] ?? 'info'} title={text}>
      <Markdown source={textOf('body')} />
    </Alert>
  ),
  Paragraph: ({ text }) => <Markdown source={text} />,
  Link: ({ text, textOf }) =>
    isSafeAddress(textOf('target')) ? (
      <p>
        <TextLink href={textOf('target')}>{text}</TextLink>
      </p>
    ) : (
      <p>{text}</p>
    ),
  Image: ({ component, textOf, language }) => {
    const { nb, [language]: own = nb } = component.image?.src ?? {};
    return own !== undefined && isSitePath(own) ? (
      // biome-ignore lint/performance/noImgElement: a picture of the owner's, already at its size; the address is as it is
      <img className="kv-image" src={own} alt={textOf('altTextImg')} width={component.image?.width} />
    ) : null;
  },
};

/** A text between questions. Server only: the Markdown parser stays out of the browser. */
export function staticContent(
  component: FormComponent,
  serviceText: ServiceText,
  language: Language,
): ReactNode {
  const textOf = (binding: string) => {
    const key = component.textResourceBindings?.[binding];
    return key === undefined ? '' : serviceText(key);
  };
  const look = looks[component.type] ?? looks.Paragraph;
  return look?.({ component, text: textOf('title'), textOf, language });
}
