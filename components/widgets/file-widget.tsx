import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { FieldError } from '../ui/field-error.tsx';
import { FileInput } from '../ui/file-input.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import type { WidgetProps } from './widget.ts';

/** The browser's file chooser, a button that uploads at once, and what is attached already; all of it by plain posts. */
export function FileWidget(props: WidgetProps) {
  const {
    component: { maxNumberOfAttachments: max },
    files,
  } = props;
  return (
    <div className="kv-stack" data-gap="sm">
      {max !== undefined && files.length >= max ? <FullUpload {...props} /> : <Chooser {...props} />}
      {files.length ? <Attached {...props} /> : null}
    </div>
  );
}

function Chooser({ component, label, hint, help, mark, error, texts, handlers }: WidgetProps) {
  const max = component.maxNumberOfAttachments;
  const kinds = max === undefined || max === 1 ? texts('uploadHint') : texts('uploadHintMany', { max });
  return (
    <>
      <Field
        id={component.id}
        label={label}
        hint={hint ? `${hint} ${kinds}` : kinds}
        help={help}
        helpLabel={texts('help')}
        error={error}
        optionalText={mark}
      >
        {(control) => (
          <FileInput
            {...control}
            name={component.id}
            multiple={max !== 1}
            accept=".pdf,.png,.jpg,.jpeg"
            onChange={handlers?.onChange}
          />
        )}
      </Field>
      <Button name="action" value="upload" variant="secondary">
        {texts('upload')}
        <VisuallyHidden> {label}</VisuallyHidden>
      </Button>
    </>
  );
}

/** No room for more: the label and what is wrong stay, the chooser goes. */
function FullUpload({ component, label, error }: WidgetProps) {
  return (
    <div className="ds-field" id={component.id} tabIndex={-1}>
      <p className="ds-label">{label}</p>
      <FieldError id={`${component.id}-error`}>{error}</FieldError>
    </div>
  );
}

function Attached({ label, files, texts }: WidgetProps) {
  return (
    <ul className="kv-plain-list kv-files" aria-label={`${texts('uploaded')}: ${label}`}>
      {files.map((file) => (
        <li key={file.id}>
          <TextLink href={file.href}>{file.name}</TextLink>
          <span className="kv-muted kv-small kv-nowrap">{file.size}</span>
          <Button name="action" value={`remove-file:${file.id}`} variant="tertiary" color="danger" size="sm">
            {texts('remove')}
            <VisuallyHidden> {file.name}</VisuallyHidden>
          </Button>
        </li>
      ))}
    </ul>
  );
}
