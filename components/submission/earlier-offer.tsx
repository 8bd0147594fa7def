import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import type { FormTexts } from '../widgets/form-texts.ts';

/** Offers the answers of the last time. A button of the page's own form: what is typed already is saved with it and stays. */
export function EarlierOffer({ sentence, texts }: { sentence: string; texts: FormTexts }) {
  return (
    <Alert color="info">
      <p>{sentence}</p>
      <div>
        <Button name="action" value="reuse" variant="secondary">
          {texts('earlierUse')}
        </Button>
      </div>
    </Alert>
  );
}
