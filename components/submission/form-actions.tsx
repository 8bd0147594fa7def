import { Button } from '../ui/button.tsx';
import type { FormTexts } from '../widgets/form-texts.ts';

export interface FormActionsProps {
  texts: FormTexts;
  isFirst: boolean;
  isLast: boolean;
  returnToCheck: boolean;
}

export function FormActions({ texts, isFirst, isLast, returnToCheck }: FormActionsProps) {
  const next = returnToCheck ? 'backToCheck' : isLast ? 'toCheck' : 'next';
  return (
    <div className="kv-actions">
      <Button name="action" value="next">
        {texts(next)}
      </Button>
      {isFirst && !returnToCheck ? null : (
        <Button name="action" value="back" variant="secondary">
          {texts('back')}
        </Button>
      )}
      <Button name="action" value="later" variant="tertiary">
        {texts('later')}
      </Button>
    </div>
  );
}
