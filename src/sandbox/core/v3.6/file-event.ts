import type { Fields } from '../fields';
import { fileBody, lookUpFile } from '../files/look-up';
import type { World } from '../world';
import { eventBodies, type ReadBody } from './read-event';

/** Every kind of event that may be sent; of files and forms more is known here than a client says. */
export function bodiesWithFiles(world: World): ReadonlyMap<string, ReadBody> {
  return new Map<string, ReadBody>([
    ...eventBodies,
    ['file', (event) => readFile(world, event)],
    [
      'filled_form',
      (event, limits) => ({ ...formType(world, event), ...eventBodies.get('filled_form')?.(event, limits) }),
    ],
  ]);
}

/** What kind of form was filled in: as the client notes it, or by the form itself. */
function formType({ settings }: World, event: Fields) {
  const noted = event.optionalObject('properties')?.optionalObject('lc2')?.optionalString('form_type');
  const type = noted ?? settings.forms.find(({ form }) => form.id === event.value['form_id'])?.type;
  return type === undefined ? {} : { form_type: type };
}

/** Only the address is taken from the client: what is there is known here. */
function readFile(world: World, event: Fields) {
  const url = event.string('url');
  const file = lookUpFile(world, url) ?? event.fail('url', 'must come from upload_file');
  const alternativeText = event.optionalString('alternative_text');
  return { ...fileBody(file), ...(alternativeText !== undefined && { alternative_text: alternativeText }) };
}
