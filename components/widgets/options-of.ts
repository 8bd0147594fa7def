import type { ServiceText } from '@/lib/core/wording.ts';
import type { FormComponent } from '@/lib/forms/component.ts';
import type { Option } from '../ui/option.ts';

export function optionsOf(component: FormComponent, serviceText: ServiceText): Option[] {
  return (component.options ?? []).map(({ value, label, description }) => ({
    value,
    label: serviceText(label),
    ...(description !== undefined && { hint: serviceText(description) }),
  }));
}
