import type { Examples } from '../../example-sets.ts';
import { FormField, FormGroup } from './form-field.tsx';

export const examples: Examples = {
  'a text that may stay empty': ({ t }) => (
    <FormField
      id="example-note"
      label={{ value: t('field.note') }}
      help={{ value: t('datasheet.lines') }}
      optional={t('datasheet.optional')}
      notes={[]}
    >
      {(attributes) => <textarea {...attributes} rows={3} />}
    </FormField>
  ),
  'a mistake': ({ t }) => (
    <FormField
      id="example-phone"
      label={{ value: t('field.phone') }}
      notes={[{ text: t('error.phone'), severity: 'error' }]}
    >
      {(attributes) => <input {...attributes} type="tel" name="phone" autocomplete="off" value="12" />}
    </FormField>
  ),
  'a question with two answers, and help in another language': ({ t }) => (
    <FormGroup
      id="example-status"
      label={{ value: t('field.status') }}
      help={{ value: 'Whether the offer takes place.', lang: 'en' }}
      notes={[{ text: t('error.missing'), severity: 'warning' }]}
    >
      <div class="form-choices">
        <label class="check">
          <input type="radio" name="example-status" value="active" />
          <span class="check-label">{t('enum.status.active')}</span>
        </label>
        <label class="check">
          <input type="radio" name="example-status" value="ended" />
          <span class="check-label">{t('enum.status.ended')}</span>
        </label>
      </div>
    </FormGroup>
  ),
};
