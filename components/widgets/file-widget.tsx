import { tagName } from '@/lib/forms/fields/file-upload.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { FieldError } from '../ui/field-error.tsx';
import { FileInput } from '../ui/file-input.tsx';
import { Select } from '../ui/select.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { optionsOf } from './options-of.ts';
import type { AttachedFile, WidgetProps } from './widget.ts';
import { fieldProps } from './widget-field.tsx';

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

function Chooser(props: WidgetProps) {
  const { component, label, hint, texts, handlers } = props;
  const max = component.maxNumberOfAttachments;
  const kinds = max === undefined || max === 1 ? texts('uploadHint') : texts('uploadHintMany', { max });
  return (
    <>
      <Field {...fieldProps(props)} label={label} hint={hint ? `${hint} ${kinds}` : kinds}>
        {(control) => (
          <FileInput
            {...control}
            name={component.id}
            multiple={max !== 1}
            accept=".pdf,.png,.jpg,.jpeg"
            disabled={component.readOnly}
            onChange={handlers?.onChange}
          />
        )}
      </Field>
      {component.options ? <TagSelect {...props} /> : null}
      {component.readOnly ? null : (
        <Button name="action" value="upload" variant="secondary">
          {texts('upload')}
          <VisuallyHidden> {label}</VisuallyHidden>
        </Button>
      )}
    </>
  );
}

/** What the files are that go with the next upload. */
function TagSelect({ component, serviceText, texts }: WidgetProps) {
  const name = tagName(component.id);
  return (
    <Field id={name} label={serviceText(component.textResourceBindings?.tagTitle ?? '')}>
      {(control) => (
        <Select
          {...control}
          name={name}
          disabled={component.readOnly}
          defaultValue=""
          options={optionsOf(component, serviceText)}
          emptyText={texts('choose')}
        />
      )}
    </Field>
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

function Attached({ component, label, files, serviceText, texts }: WidgetProps) {
  const tagOf = (tag: string | undefined) => {
    const option = component.options?.find(({ value }) => value === tag);
    return option ? serviceText(option.label) : tag;
  };
  return (
    <ul className="kv-plain-list kv-files" aria-label={`${texts('uploaded')}: ${label}`}>
      {files.map((file) => (
        <li key={file.id}>
          <TextLink href={file.href}>{file.name}</TextLink>
          {file.tag === undefined ? null : <span>{tagOf(file.tag)}</span>}
          <span className="kv-muted kv-small kv-nowrap">{file.size}</span>
          {component.readOnly ? null : <RemoveButton file={file} texts={texts} />}
        </li>
      ))}
    </ul>
  );
}

function RemoveButton({ file, texts }: { file: AttachedFile; texts: WidgetProps['texts'] }) {
  return (
    <Button name="action" value={`remove-file:${file.id}`} variant="tertiary" color="danger" size="sm">
      {texts('remove')}
      <VisuallyHidden> {file.name}</VisuallyHidden>
    </Button>
  );
}
